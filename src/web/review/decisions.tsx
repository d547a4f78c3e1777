import { useEffect } from "react";
import type { JudgementView } from "../api/contract.js";
import { usePages } from "../api/use-pages.js";
import { valueWords } from "../judge/on-record.js";
import { Instant } from "../parts/badges.js";
import { Failed } from "../parts/states.js";
import { Link } from "../route/link.js";
import { counted } from "../words/numbers.js";
import type { Decision } from "./queue.js";

/** What was decided: here just now, and all that is on record. */
export function Decisions({ made, undo }: { readonly made: readonly Decision[]; readonly undo: () => void }) {
  const record = usePages<JudgementView>("/api/judgements", { limit: 50 });
  const { again } = record;
  const count = made.length;
  useEffect(() => {
    if (count > 0) again();
  }, [count, again]);
  return (
    <section aria-labelledby="decisions-title">
      <h2 id="decisions-title">Decisions</h2>
      <p>
        <button type="button" onClick={undo} disabled={made.length === 0} aria-keyshortcuts="u">
          Undo the last <kbd>u</kbd>
        </button>{" "}
        <span aria-live="polite">{made[0] === undefined ? "None made in this visit." : `Last: ${made[0].words}`}</span>
      </p>
      {record.problem === null ? null : <Failed problem={record.problem} again={record.again} />}
      {record.items.length === 0 ? null : (
        <details>
          <summary>
            On record: {record.complete ? counted(record.items.length, "decision") : `the last ${record.items.length}`}
          </summary>
          <ul className="decisions">
            {record.items.map((judgement) => (
              <li key={judgement.id}>
                <Instant value={judgement.made} /> <b>{judgement.author}</b> {judgement.field}:{" "}
                {valueWords(judgement.value)}{" "}
                {judgement.item === null && judgement.kind === "correction" ? (
                  <span className="badge caution">fits nothing in the article as it is now read</span>
                ) : null}{" "}
                <Link
                  view="reader"
                  params={
                    judgement.item === null
                      ? { document: judgement.document }
                      : { document: judgement.document, item: judgement.item }
                  }
                >
                  Read
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
