import type { DocumentRecord } from "../../engine/record.js";

/** The text as received, put together again from the repaired text and what was repaired. */
export function receivedText({ text, repairs }: Pick<DocumentRecord, "text" | "repairs">): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { before, span } of repairs) {
    pieces.push(text.slice(at, span[0]), before);
    at = span[1];
  }
  return pieces.join("") + text.slice(at);
}
