import type { CommitmentThreadView } from "../api/contract.js";
import { Link } from "../route/link.js";
import { channelWords } from "../words/codes.js";
import { dayWords, ZONE } from "../words/days.js";
import { counted, joined, percent } from "../words/numbers.js";
import { Day } from "./badges.js";

const STATES: Readonly<Record<CommitmentThreadView["state"], string>> = {
  open: "open",
  overdue: "overdue",
  offered: "offered, not agreed",
  done: "done",
  dropped: "dropped",
};

/** A promise through time: when it was first given, when repeated, what came after. */
export function ThreadCard({ thread }: { readonly thread: CommitmentThreadView }) {
  const days = [
    thread.since === null ? null : `since ${dayWords(thread.since)}`,
    thread.lastRepeated === null ? null : `last repeated ${dayWords(thread.lastRepeated)}`,
    thread.due === null ? null : `due ${dayWords(thread.due)}`,
  ].filter((day) => day !== null);
  const facts = [
    days.length === 0 ? null : `${days.join(", ")} (${ZONE})`,
    thread.daysSinceContact === null ? null : `${counted(thread.daysSinceContact, "day")} since the last contact`,
  ].filter((fact) => fact !== null);
  return (
    <li className="card thread" data-item="" tabIndex={-1}>
      <p className="who">{thread.text}</p>
      <p>
        {joined(thread.parties.map(({ name }) => name))}{" "}
        <span className={`status ${thread.state === "overdue" ? "denied" : "planned"}`}>{STATES[thread.state]}</span>{" "}
        <span className="note">{facts.join(", ")}</span>
      </p>
      <details>
        <summary>
          Told {counted(thread.tellings.length, "time")}
          {thread.mentionedIn.length === 0
            ? ""
            : `, its topic spoken of ${counted(thread.mentionedIn.length, "time")} since`}
        </summary>
        <ol>
          {thread.tellings.map(({ id, day, contact, text, repeats }) => (
            <li key={id}>
              <Day value={day} basis="publisher" />:{" "}
              <Link view="contact" params={{ id: contact.id }}>
                {channelWords(contact.channel)}
              </Link>{" "}
              “{text}”
              {repeats === null ? null : (
                <span className="note">
                  {" "}
                  repeats it, {percent(repeats.score)} alike: {repeats.reasons.join("; ")}
                </span>
              )}
            </li>
          ))}
          {thread.mentionedIn.map(({ id, day, channel, topic }) => (
            <li key={id}>
              <Day value={day} basis="publisher" />:{" "}
              <Link view="contact" params={{ id }}>
                {channelWords(channel)}
              </Link>{" "}
              <span className="note">about {topic}</span>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

/** Promises in a list, or that there are none. */
export function Threads({
  threads,
  none,
}: {
  readonly threads: readonly CommitmentThreadView[];
  readonly none: string;
}) {
  if (threads.length === 0) return <p className="note">{none}</p>;
  return (
    <ul className="threads">
      {threads.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} />
      ))}
    </ul>
  );
}
