import { addressOf } from "../api/client.js";
import type { BriefView, DossierView, OccasionView } from "../api/contract.js";
import { useCountryNames, useMeta } from "../api/meta.js";
import { useQuery } from "../api/use-query.js";
import { CopyButton } from "../parts/copy-button.js";
import { EntryCard } from "../parts/entry-card.js";
import { Shown } from "../parts/states.js";
import { Stop } from "../parts/stop.js";
import { Threads } from "../parts/thread-card.js";
import { Link } from "../route/link.js";
import { useRoute } from "../route/use-route.js";
import { read, write } from "../shell/theme.js";
import { addDays, dayWords, ZONE } from "../words/days.js";
import { counted, joined } from "../words/numbers.js";
import { Watchlists } from "./watchlists.js";

const SEEN = "readout.seen";
const FIRST_DAYS = 30; // of the first visit, before the newest contact

/** What is new since the last visit: contacts, changes, contradictions, follow-ups due; occasions to come; watchlists. */
export function Brief() {
  const { route, set } = useRoute();
  const meta = useMeta();
  const last = meta?.days.last?.length === 10 ? meta.days.last : (meta?.today ?? null);
  const since = route.params["since"] ?? read(SEEN) ?? (last === null ? null : addDays(last, -FIRST_DAYS));
  const answer = useQuery<BriefView>(since === null ? null : addressOf("/api/brief", { since }));
  return (
    <div className="brief">
      <h1 id="view-title">Brief</h1>
      <p className="lead">What is new since you last looked.</p>
      <form className="pickers" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>Since</span>
          <input
            type="date"
            value={since?.slice(0, 10) ?? ""}
            onChange={(event) => set({ since: event.target.value })}
          />
        </label>
        <button
          type="button"
          disabled={meta === null}
          onClick={() => {
            if (meta === null) return;
            write(SEEN, meta.today);
            set({ since: meta.today });
          }}
        >
          I have seen all
        </button>
        <CopyButton text={() => location.href}>Copy link</CopyButton>
      </form>
      <Shown answer={answer} what="the brief">
        {(brief) => <News brief={brief} />}
      </Shown>
      <Occasions />
      <Watchlists />
    </div>
  );
}

function News({ brief }: { readonly brief: BriefView }) {
  const country = useCountryNames();
  return (
    <>
      <p>
        {counted(brief.page.total, "new contact")} since {dayWords(brief.since.slice(0, 10))} (UTC).
      </p>
      <h2>New contacts</h2>
      {brief.contacts.length === 0 ? <p className="note">None.</p> : null}
      {brief.contacts.map(({ entry, firstSince, missingSides }) => (
        <Stop key={`${entry.kind} ${entry.id}`}>
          <EntryCard
            entry={entry}
            note={[
              firstSince === null
                ? ""
                : `First ${firstSince.channel} since ${dayWords(firstSince.day)} (${ZONE}; ${counted(firstSince.days, "day")}).`,
              missingSides.length === 0 ? "" : `No readout from ${joined(missingSides.map(country))} found.`,
            ]
              .join(" ")
              .trim()}
          />
        </Stop>
      ))}
      <h2>Changes</h2>
      {brief.changes.length === 0 ? <p className="note">None.</p> : null}
      {brief.changes.map(({ before, after, what }) => (
        <Stop key={`${before.id} ${after.id}`}>
          <EntryCard entry={after} note={what} />
        </Stop>
      ))}
      <h2>Contradictions</h2>
      {brief.contradictions.length === 0 ? <p className="note">No report contradicts another.</p> : null}
      {brief.contradictions.map((dossier) => (
        <Contradiction key={dossier.entry.id} dossier={dossier} />
      ))}
      <h2>Follow-ups due</h2>
      <Threads threads={brief.followUps} none="None." />
    </>
  );
}

function Contradiction({ dossier }: { readonly dossier: DossierView }) {
  const { entry, disagreements } = dossier;
  return (
    <Stop>
      <EntryCard
        entry={entry}
        note={disagreements
          .map(
            ({ field, told }) =>
              `Told differently: ${field.replace("persons/", "who took part for ")}: ${told.map(({ value }) => value).join(" / ")}.`,
          )
          .join(" ")}
      />
      <p className="note">
        <Link view="contact" params={{ id: entry.id }}>
          Both sides beside each other
        </Link>
      </p>
    </Stop>
  );
}

interface OccasionsView {
  readonly until: string;
  readonly items: readonly OccasionView[];
}

function Occasions() {
  const country = useCountryNames();
  const answer = useQuery<OccasionsView>("/api/occasions?days=30");
  return (
    <section aria-labelledby="occasions-title">
      <h2 id="occasions-title">Occasions in the next thirty days</h2>
      <Shown answer={answer} what="the occasions">
        {({ items }) =>
          items.length === 0 ? (
            <p className="note">None.</p>
          ) : (
            <ul className="occasions">
              {items.map(({ uid, day, title, countries, lastYear }) => (
                <li key={uid}>
                  <b>{dayWords(day)}</b> <span className="note">local day</span> {title}{" "}
                  <span className="note">{joined(countries.map(country))}</span>
                  {lastYear.length === 0 ? null : (
                    <span className="note">
                      {" "}
                      Last year: {lastYear.map(({ from, to, channel }) => `${from} to ${to} (${channel})`).join("; ")}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}
