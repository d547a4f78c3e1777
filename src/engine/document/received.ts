import type { DocumentRecord } from "../record.js";

/** The text as received, put together again from the repaired text and what was repaired. */
export function textAsReceived({ text, repairs }: Pick<DocumentRecord, "text" | "repairs">): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { before, span } of repairs) {
    pieces.push(text.slice(at, span[0]), before);
    at = span[1];
  }
  return pieces.join("") + text.slice(at);
}
