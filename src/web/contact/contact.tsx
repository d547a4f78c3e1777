import { contactAddress } from "../api/addresses.js";
import type { ContactDossier } from "../api/contract.js";
import { useCountryNames } from "../api/meta.js";
import { useQuery } from "../api/use-query.js";
import { Day } from "../parts/badges.js";
import { Chain } from "../parts/chain.js";
import { Comments } from "../parts/comments.js";
import { ContactCardView } from "../parts/contact-card.js";
import { EventLines } from "../parts/event-card.js";
import { OnPaper } from "../parts/on-paper.js";
import { Empty, Shown } from "../parts/states.js";
import { Link } from "../route/link.js";
import { useRoute } from "../route/use-route.js";
import { channelWords, linkWords } from "../words/codes.js";
import { dayWords, ZONE } from "../words/days.js";
import { joined } from "../words/numbers.js";
import { BothSides } from "./both-sides.js";

/** One contact: both sides' readouts beside each other, what the reports tell differently, events, comments. */
export function Contact() {
  const { route } = useRoute();
  const id = route.params["id"];
  const answer = useQuery<ContactDossier>(id === undefined ? null : contactAddress(id));
  if (id === undefined)
    return (
      <Empty title="No contact is chosen">
        <p>
          Choose one on the <Link view="desk">Desk</Link>.
        </p>
      </Empty>
    );
  return (
    <Shown answer={answer} what="the contact">
      {(contact) => <Dossier contact={contact} changed={answer.again} />}
    </Shown>
  );
}

function Dossier({ contact, changed }: { readonly contact: ContactDossier; readonly changed: () => void }) {
  const comments = contact.judgements.filter(({ kind }) => kind === "comment");
  return (
    <div className="dossier">
      <h1 id="view-title">
        {channelWords(contact.channel)}: {joined(contact.parties.map(({ name }) => name))}
      </h1>
      <ContactCardView contact={contact} />
      <BothSides contact={contact} />
      <Differences contact={contact} />
      <Tellings contact={contact} />
      <Reports contact={contact} />
      <section aria-labelledby="events-title">
        <h2 id="events-title">Events of this contact</h2>
        {contact.events.length === 0 ? <p className="note">None.</p> : null}
        {contact.events.map((event) => (
          <div key={event.id} className={`card event quad${event.quad}`}>
            <EventLines event={event} heading="h3" />
          </div>
        ))}
      </section>
      <Claims contact={contact} />
      {contact.entered ? null : (
        <Comments document={contact.document.hash} item={contact.id} judgements={comments} changed={changed} />
      )}
    </div>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  day: "The day",
  channel: "The channel",
  place: "The place",
  commitment: "What was agreed",
};

function Differences({ contact }: { readonly contact: ContactDossier }) {
  const country = useCountryNames();
  const words = (field: string): string =>
    FIELDS[field] ?? (field.startsWith("persons/") ? `Who took part for ${country(field.slice(8))}` : field);
  const titles = new Map(
    contact.reports.map((report) => [report.copy, report.outlet ?? report.agency ?? report.source]),
  );
  if (contact.disagreements.length === 0) return null;
  return (
    <section aria-labelledby="differences-title">
      <h2 id="differences-title">Told differently</h2>
      <dl className="details">
        {contact.disagreements.map(({ field, told }) => (
          <div key={`${field} ${told.map(({ value }) => value).join()}`} className="row">
            <dt>{words(field)}</dt>
            {told.map(({ value, copies }) => (
              <dd key={value}>
                <mark className="differs">
                  {field === "day" ? dayWords(value) : field === "channel" ? channelWords(value) : value}
                </mark>{" "}
                {field === "day" ? <span className="note">{ZONE}</span> : null}{" "}
                <span className="note">{joined(copies.map((copy) => titles.get(copy) ?? "another report"))}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What was agreed, with the earlier promise it repeats. */
function Tellings({ contact }: { readonly contact: ContactDossier }) {
  const repeated = contact.tellings.filter(({ repeats }) => repeats !== null);
  if (repeated.length === 0) return null;
  return (
    <section aria-labelledby="repeats-title">
      <h2 id="repeats-title">Promised before</h2>
      <ul>
        {repeated.map(({ id, text, repeats }) => (
          <li key={id}>
            {text} <span className="note">repeats an earlier promise: {repeats?.reasons.join("; ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reports({ contact }: { readonly contact: ContactDossier }) {
  return (
    <section aria-labelledby="reports-title">
      <h2 id="reports-title">Reports</h2>
      <ul className="reports">
        {contact.reports.map((report) => (
          <li key={report.hash} data-item="" tabIndex={-1}>
            <Link view="reader" params={{ document: report.hash }}>
              {report.title ?? "Untitled"}
            </Link>{" "}
            <span className="note">
              {[report.outlet, report.agency]
                .filter((name, i, all) => name !== null && all.indexOf(name) === i)
                .join(" · ")}
              {report.copy === report.hash ? "" : ", a copy"}
            </span>{" "}
            <Day value={report.published} basis="publisher" />
            {report.url === null ? null : <OnPaper>{report.url}</OnPaper>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Claims({ contact }: { readonly contact: ContactDossier }) {
  if (contact.claims.length === 0) return null;
  return (
    <section aria-labelledby="claims-title">
      <h2 id="claims-title">Who says what</h2>
      {contact.claims.map(({ id, speaker, content, kind, chain, stance }) => (
        <figure key={id} className="claim">
          <figcaption>
            <b>{speaker?.name ?? "Speaker not known"}</b> <span className="note">{stance}</span>
          </figcaption>
          <blockquote className={kind}>{content}</blockquote>
          <Chain hands={chain.map((hand) => ({ ...hand, as: linkWords(hand.as) }))} />
        </figure>
      ))}
    </section>
  );
}
