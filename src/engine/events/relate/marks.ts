import type { Span } from "../../base/span.js";

/** A sentence without its marks, and the places the marks stood around; a party marked nowhere has none. */
export interface Marked {
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

const TAG = /<(\/?)([st])>/g;

/**
 * Takes the marks `<s>…</s>` and `<t>…</t>` out of a sentence.
 *
 * Never fails: a mark may be missing, repeated or nested; one that is never closed reaches to the end, a close without
 * its opening is dropped. Spaces just inside a mark are left outside its span.
 */
export function readMarks(marked: string): Marked {
  const found: Record<"s" | "t", Span[]> = { s: [], t: [] };
  const open: { readonly kind: "s" | "t"; readonly at: number }[] = [];
  let text = "";
  let from = 0;
  const close = (kind: "s" | "t"): void => {
    const at = open.findLastIndex((o) => o.kind === kind);
    const [start] = at < 0 ? [] : open.splice(at, 1);
    if (start !== undefined) found[kind].push(trimmed(text, start.at));
  };
  for (const tag of marked.matchAll(TAG)) {
    text += marked.slice(from, tag.index);
    from = tag.index + tag[0].length;
    const kind = tag[2] === "s" ? "s" : "t";
    if (tag[1] === "") open.push({ kind, at: text.length });
    else close(kind);
  }
  text += marked.slice(from);
  for (const { kind } of [...open].reverse()) close(kind);
  const order = (spans: readonly Span[]): readonly Span[] =>
    spans.filter(([a, b]) => b > a).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { text, source: order(found.s), target: order(found.t) };
}

function trimmed(text: string, start: number): Span {
  let [from, to] = [start, text.length];
  while (from < to && text[from] === " ") from++;
  while (to > from && text[to - 1] === " ") to--;
  return [from, to];
}
