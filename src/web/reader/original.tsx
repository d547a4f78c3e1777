import type { Repair } from "../../engine/record.js";
import { repairWords } from "../words/codes.js";

/** The text as received, with what was repaired. */
export function Original({ received, repairs }: { readonly received: string; readonly repairs: readonly Repair[] }) {
  let at = 0;
  const pieces = repairs.map(({ sourceSpan: [start, end], kind, after }) => {
    const before = received.slice(at, Math.max(at, start));
    at = Math.max(at, end);
    return {
      before,
      start,
      text: received.slice(start, end),
      note: `${repairWords(kind)}: ${after === "" ? "removed" : `now “${after}”`}`,
    };
  });
  return (
    <section className="original" aria-label="Text as received">
      <h2>As received</h2>
      <p>
        {pieces.map(({ before, start, text, note }) => (
          <span key={start}>
            {before}
            <del title={note}>{text === "" ? " " : text}</del>
          </span>
        ))}
        {received.slice(at)}
      </p>
    </section>
  );
}
