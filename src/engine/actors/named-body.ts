import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const LONGEST = 4; // words of the name behind its noun

/**
 * “the German environmental organisation [Urgewald]”: a body by its noun and, right behind it, its name; the phrase with the
 * name, or with the entry of the tables that the name is. `null` where no name follows.
 */
export function withName(scan: Scan, phrase: Phrase): Phrase | null {
  const { kind, head, last, entry, titles } = phrase;
  if (!/^(?:body|group)$/.test(kind) || head !== last || titles.length > 0 || scan.capital(head)) return null;
  if (entry?.kind !== "pattern" && entry?.kind !== "group") return null;
  if (!scan.is(head, "name-bearer") || scan.tokens[head]?.xpos !== "NN") return null;
  const known = scan.entry(last + 1, "organisation") ?? scan.entry(last + 1, "agency");
  if (known !== null) {
    const kind = known.entry.kind === "agency" ? "agency" : "body";
    return { ...phrase, kind, last: known.item.last, head: known.item.last, entry: known.entry };
  }
  const end = nameEnd(scan, last + 1);
  return end === null ? null : { ...phrase, kind: "body", last: end, head: end, name: [last + 1, end] };
}

/** Last of the capitalised words from a token on that no table knows; `null` where there is none or a name of somebody begins. */
function nameEnd(scan: Scan, at: number): number | null {
  let end: number | null = null;
  for (let i = at; i < at + LONGEST && scan.capital(i); i++) {
    if (scan.tokens[i]?.upos !== "PROPN" || scan.item(i) !== undefined || scan.lexicon.byShort.has(scan.lower(i)))
      return null;
    end = i;
  }
  return end === null || scan.lexicon.givenNames.has(scan.lower(at)) || /^['’]s?$/.test(scan.lower(end + 1))
    ? null
    : end;
}
