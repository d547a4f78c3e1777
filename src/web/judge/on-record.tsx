import { useState } from "react";
import { post } from "../api/client.js";
import type { JudgementView } from "../api/contract.js";
import { asProblem } from "../api/problems.js";
import { useAuthor } from "../parts/author.js";
import { Instant } from "../parts/badges.js";

/** Decisions that hold, each to be taken back; those that fit nothing any more are marked, never dropped. */
export function OnRecord({
  judgements,
  changed,
}: {
  readonly judgements: readonly JudgementView[];
  readonly changed: () => void;
}) {
  const [author] = useAuthor();
  const [said, setSaid] = useState("");
  const held = judgements.filter(({ withdrawn }) => withdrawn === null);
  if (held.length === 0) return null;
  const withdraw = (judgement: JudgementView): void => {
    post(`/api/judgements/${judgement.id}/withdraw`, { author: author.trim() || judgement.author }).then(
      changed,
      (error: unknown) => setSaid(asProblem(error).message),
    );
  };
  return (
    <section aria-labelledby="on-record-title">
      <h2 id="on-record-title">Decisions on record</h2>
      <ul className="decisions">
        {held.map((judgement) => (
          <li key={judgement.id}>
            <Instant value={judgement.made} /> <b>{judgement.author}</b> {judgement.field.replace("/", ", ")}:{" "}
            {valueWords(judgement.value)}{" "}
            {judgement.reasons.length === 0 ? null : <span className="note">({judgement.reasons.join("; ")})</span>}{" "}
            {judgement.item === null && judgement.kind !== "merge" ? (
              <span className="badge caution">fits nothing in the article as it is now read</span>
            ) : null}{" "}
            <button type="button" className="plain" onClick={() => withdraw(judgement)}>
              Withdraw
            </button>
          </li>
        ))}
      </ul>
      <p role="alert">{said}</p>
    </section>
  );
}

/** A value as a reader would write it. */
export function valueWords(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(valueWords).join(", ");
  return value === null || value === undefined ? "nothing" : JSON.stringify(value);
}
