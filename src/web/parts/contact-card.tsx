import type { ContactCard } from "../api/contract.js";
import { useMeta } from "../api/meta.js";
import { Link } from "../route/link.js";
import { citeContact } from "../words/citation.js";
import { channelWords, contextWords } from "../words/codes.js";
import { counted, joined } from "../words/numbers.js";
import { Badge, Confidence, Day } from "./badges.js";
import { CopyButton } from "./copy-button.js";
import { Cautions, Sources } from "./corroboration.js";
import { CitedOnPaper } from "./on-paper.js";
import { PairLink, People } from "./people.js";

/** A contact as the desk shows it: who, channel, day, topics, commitments, and how well it is attested. */
export function ContactCardView({ contact }: { readonly contact: ContactCard }) {
  return (
    <div className={`card contact ${contact.verdict ?? ""}`}>
      <div className="card-head">
        <h2 className="card-title">
          <Link view="contact" params={{ id: contact.id }} className="kind">
            {channelWords(contact.channel)}
          </Link>
        </h2>
        <Status contact={contact} />
        <Day value={contact.day} why={contact.dayWhy} />
        {contact.location === null ? null : <span className="place">{contact.location.name}</span>}
      </div>
      <p className="who">
        <People parties={sided(contact)} between={contact.sender === null ? "↔" : "→"} />
      </p>
      <Details contact={contact} />
      <Foot contact={contact} />
      {contact.entered ? null : <CitedOnPaper document={contact.document} />}
    </div>
  );
}

/** The sender first, so that the arrow points from him. */
function sided(contact: ContactCard): ContactCard["parties"] {
  const { parties, sender } = contact;
  return sender === null
    ? parties
    : [...parties.filter((p) => p.key === sender), ...parties.filter((p) => p.key !== sender)];
}

export function Status({ contact }: { readonly contact: ContactCard }) {
  return (
    <>
      <span className={`status ${contact.status}`}>{contact.status}</span>
      {contact.verdict === null ? null : (
        <span className={`status ${contact.verdict}`}>{contact.verdict} by a reviewer</span>
      )}
    </>
  );
}

function Details({ contact }: { readonly contact: ContactCard }) {
  const { occasion, topics, commitments } = contact;
  if (occasion === null && topics.length === 0 && commitments.length === 0)
    return <p className="passage">{contact.passage}</p>;
  return (
    <dl className="details">
      {occasion === null ? null : <Pair name="Occasion">{occasion}</Pair>}
      {topics.length === 0 ? null : (
        <Pair name="Topics">
          {topics.map(({ label, context }) => (
            <span className="topic" key={label} title={context.map(contextWords).join(", ")}>
              {label}
            </span>
          ))}
        </Pair>
      )}
      {commitments.map((commitment) => (
        <Pair name="Commitment" key={commitment.id}>
          {commitment.text}{" "}
          <span className="note">
            {commitment.status}
            {commitment.by.length === 0 ? "" : ` by ${joined(commitment.by.map(({ name }) => name))}`}
            {commitment.due === null ? "" : `, due ${commitment.due}`}
          </span>
        </Pair>
      ))}
    </dl>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Foot({ contact }: { readonly contact: ContactCard }) {
  const version = useMeta()?.version ?? "";
  return (
    <div className="card-foot">
      <Sources of={contact.corroboration} />
      <Cautions contact={contact} />
      {contact.multilateral ? (
        <Badge tone="quiet" note="More than two sides took part.">
          several sides
        </Badge>
      ) : null}
      <Confidence value={contact.confidence} />
      <span className="links">
        {contact.entered ? null : (
          <Link view="reader" params={{ document: contact.document.hash, item: contact.id }}>
            Read
          </Link>
        )}
        <PairLink parties={contact.parties} />
        <Link view="contact" params={{ id: contact.id }}>
          {counted(contact.comments, "comment")}
        </Link>
        <CopyButton text={() => citeContact(contact, version)}>Copy citation</CopyButton>
      </span>
    </div>
  );
}
