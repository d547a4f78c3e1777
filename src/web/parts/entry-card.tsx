import type { ParticipantView, TimelineEntryView } from "../api/contract.js";
import { Link } from "../route/link.js";
import { sourceName } from "../words/citation.js";
import { channelWords, eventWords, statusWords } from "../words/codes.js";
import { counted, joined, signed } from "../words/numbers.js";
import { Badge, Day } from "./badges.js";
import { OnPaper } from "./on-paper.js";
import { People } from "./people.js";
import { Term } from "./term.js";

/** A contact or event as all its reports together tell it. */
export function EntryCard({ entry, note }: { readonly entry: TimelineEntryView; readonly note?: string | null }) {
  return (
    <div className={`card ${entry.kind} ${toneOf(entry)}`}>
      <div className="card-head">
        <h3>
          <EntryTitle entry={entry} />
        </h3>
        <span className={`status ${entry.negated ? "denied" : entry.status}`}>
          {statusWords(entry.status, entry.negated)}
        </span>
        <Day
          value={entry.day}
          why={entry.dayBasis === null ? null : DAY_BASES[entry.dayBasis]}
          basis={entry.dayBasis === "published" ? "publisher" : "text"}
        />
        {entry.place === null ? null : <span className="place">{entry.place}</span>}
      </div>
      <p className="who">
        <Parties entry={entry} />
      </p>
      {note ? <p className="first-since">{note}</p> : null}
      {entry.topics.length === 0 ? null : <p>About {joined(entry.topics)}</p>}
      {entry.occasion === null ? null : <p>On the occasion of {entry.occasion}</p>}
      {entry.note === null ? null : (
        <p className="note">
          {entry.author === null ? "" : `${entry.author}: `}
          {entry.note}
        </p>
      )}
      <Foot entry={entry} />
      {entry.reports.length === 0 ? null : (
        <OnPaper>
          Reported in{" "}
          {joined(entry.reports.map(({ title, source }) => `“${title ?? "Untitled"}”, ${sourceName(source)}`))}
        </OnPaper>
      )}
    </div>
  );
}

const DAY_BASES: Readonly<Record<NonNullable<TimelineEntryView["dayBasis"]>, string>> = {
  stated: "Stated in a report.",
  published: "No report states it: the day the first one was published.",
  entered: "Entered by hand.",
};

function toneOf({ score }: TimelineEntryView): string {
  if (score === null || score === 0) return "";
  return score > 0 ? "quad1" : "quad3";
}

function EntryTitle({ entry }: { readonly entry: TimelineEntryView }) {
  const words =
    entry.channel === null ? joined(entry.events.map((event) => eventWords(event, null))) : channelWords(entry.channel);
  const codes = [...entry.events, entry.mode ?? ""].filter((part) => part !== "").join(" ");
  if (entry.kind === "contact" && entry.basis === "reported")
    return (
      <Link view="contact" params={{ id: entry.id }} className="kind">
        {words}
      </Link>
    );
  return (
    <Term
      className="kind"
      note={
        <>
          <b>{codes === "" ? words : `PLOVER ${codes}`}</b>
          {entry.score === null ? null : <span>score {signed(entry.score)} of −10 to +10</span>}
        </>
      }
    >
      {words}
    </Term>
  );
}

function Parties({ entry }: { readonly entry: TimelineEntryView }) {
  const those = (keys: readonly string[]): readonly ParticipantView[] =>
    entry.who.filter(({ key }) => keys.includes(key));
  if (entry.from.length === 0 || entry.to.length === 0) return <People parties={entry.who} between="↔" />;
  return (
    <>
      <People parties={those(entry.from)} between="+" />{" "}
      <span aria-hidden="true" className="between">
        →
      </span>
      <span className="unseen">towards</span> <People parties={those(entry.to)} between="+" />
    </>
  );
}

function Foot({ entry }: { readonly entry: TimelineEntryView }) {
  const { articles, origins } = entry.corroboration;
  return (
    <div className="card-foot">
      {entry.basis === "entered" ? (
        <Badge tone="quiet" note="Entered by hand; no article was read.">
          entered by hand
        </Badge>
      ) : (
        <Term
          className="sources"
          note={
            <span>
              {origins.length === 0 ? "No source is named." : `Told by ${joined(origins.map(({ name }) => name))}.`}
            </span>
          }
        >
          {counted(articles, "article")}, {counted(Math.max(1, origins.length), "independent source")}
        </Term>
      )}
      {origins.length <= 1 && entry.basis === "reported" ? (
        <Badge tone="caution" note="All reports go back to one source; nobody else confirms it.">
          single source
        </Badge>
      ) : null}
      {entry.commitments === 0 ? null : <span className="note">{counted(entry.commitments, "commitment")}</span>}
      <span className="links">
        {entry.reports.slice(0, 4).map((report) => (
          <Link key={report.item} view="reader" params={{ document: report.document, item: report.item }}>
            {sourceName(report.source)}
            <span className="unseen">: {report.title ?? "untitled"}</span>
          </Link>
        ))}
      </span>
    </div>
  );
}
