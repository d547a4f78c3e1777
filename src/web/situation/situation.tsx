import { addressOf } from "../api/client.js";
import type { SituationView, StatementView } from "../api/contract.js";
import { useCountryNames } from "../api/meta.js";
import { useQuery } from "../api/use-query.js";
import { Day } from "../parts/badges.js";
import { CopyButton } from "../parts/copy-button.js";
import { EntryCard } from "../parts/entry-card.js";
import { DaysFilter, WordsFilter } from "../parts/filters.js";
import { Empty, Shown } from "../parts/states.js";
import { Threads } from "../parts/thread-card.js";
import { WindowedList } from "../parts/windowed-list.js";
import { Link } from "../route/link.js";
import { useRoute } from "../route/use-route.js";
import { sourceName } from "../words/citation.js";
import { counted, joined } from "../words/numbers.js";

/** A topic’s dossier: contacts, statements, commitments. */
export function Situation() {
  const { route } = useRoute();
  const { topic = "", since, until } = route.params;
  const answer = useQuery<SituationView>(topic === "" ? null : addressOf("/api/situation", { topic, since, until }));
  return (
    <div className="situation">
      <h1 id="view-title">Situation</h1>
      <p className="lead">All that is told on one topic.</p>
      <form className="pickers" onSubmit={(event) => event.preventDefault()}>
        <WordsFilter name="topic" label="Topic" />
        <DaysFilter />
      </form>
      {topic === "" ? (
        <Empty title="Name a topic">
          <p>For example “border” or “trade”: words that stand in the topic of a contact, or in what is said.</p>
        </Empty>
      ) : (
        <Shown answer={answer} what="the dossier">
          {(situation) => <Dossier situation={situation} />}
        </Shown>
      )}
    </div>
  );
}

function Dossier({ situation }: { readonly situation: SituationView }) {
  const country = useCountryNames();
  const { contacts, statements, commitments, parties, pages } = situation;
  if (contacts.length + statements.length + commitments.length === 0)
    return (
      <Empty title="Nothing on this topic">
        <p>Try other words, or widen the days.</p>
      </Empty>
    );
  return (
    <>
      <p>
        {counted(pages.contacts.total, "contact")}, {counted(pages.statements.total, "statement")},{" "}
        {counted(pages.commitments.total, "commitment")}
        {parties.length === 0
          ? ""
          : `: ${joined(parties.slice(0, 8).map(({ code, contacts: count }) => `${country(code)} (${count})`))}`}
        . <CopyButton text={() => location.href}>Copy link</CopyButton>
      </p>
      <h2>Contacts</h2>
      {contacts.length === 0 ? <p className="note">None.</p> : null}
      <WindowedList
        items={contacts}
        label="Contacts on this topic"
        keyOf={(entry) => `${entry.kind} ${entry.id}`}
        draw={(entry) => <EntryCard entry={entry} />}
        guess={150}
        complete
      />
      <More shown={contacts.length} total={pages.contacts.total} />
      <h2>Commitments</h2>
      <Threads threads={commitments} none="None." />
      <h2>Statements</h2>
      {statements.length === 0 ? <p className="note">None.</p> : null}
      {statements.map((statement) => (
        <Statement key={statement.id} statement={statement} />
      ))}
      <More shown={statements.length} total={pages.statements.total} />
    </>
  );
}

function More({ shown, total }: { readonly shown: number; readonly total: number }) {
  return shown >= total ? null : (
    <p className="note">{total - shown} more are not shown; narrow the days to see them.</p>
  );
}

function Statement({ statement }: { readonly statement: StatementView }) {
  const { speaker, excerpt, kind, stance, day, report, id } = statement;
  return (
    <figure className="claim" data-item="" tabIndex={-1}>
      <figcaption>
        <b>{speaker?.name ?? "Speaker not known"}</b>{" "}
        <span className="note">{[speaker?.office ?? "", stance].filter((part) => part !== "").join(", ")}</span>{" "}
        <Day value={day} basis="publisher" />{" "}
        <Link view="reader" params={{ document: report.document, item: id }}>
          {sourceName(report.source)}
        </Link>
      </figcaption>
      <blockquote className={kind}>{excerpt}</blockquote>
    </figure>
  );
}
