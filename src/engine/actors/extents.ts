import { isPeople } from "./crowd.js";
import { countedBy, extentOf, type TokenRange, topOf } from "./noun-phrase.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "NUM", "ADJ", "PRON", "DET", "X"]);
/** Relations of words that only name a kind: in “a police raid” nothing widens “police”. */
const ATTRIBUTES: ReadonlySet<string> = new Set(["compound", "amod", "flat", "fixed", "nummod"]);

/** A phrase with the whole noun phrase it is the core of, by the tree. */
export function withExtent(scan: Scan, phrase: Phrase): Phrase {
  if (phrase.kind === "pronoun" || phrase.kind === "place" || phrase.kind === "agency") return phrase;
  const people = phrase.kind === "country" && isPeople(scan, phrase);
  if (phrase.kind === "country" && !people && !scan.is(phrase.head, "side")) return phrase;
  const foreign = foreignDeterminer(scan, phrase);
  if (foreign !== null) return foreign;
  const core: TokenRange = [phrase.first, phrase.last];
  const top = topOf(scan.sentence, core) ?? (people ? phrase.head : null); // “hundreds of Sri Lankans”, each word by itself in the tree
  if (top === null || !NOMINAL.has(scan.tokens[top]?.upos ?? "")) return phrase;
  if (ATTRIBUTES.has(scan.sentence.tree.relation(top))) return phrase;
  const named =
    phrase.name !== null || phrase.kind === "country" || (phrase.kind === "body" && phrase.entry?.kind !== "pattern");
  const head = named && !people ? top : countedBy(scan, top);
  const [first, last] = extentOf(scan, head, !named || head !== top);
  return { ...phrase, extent: [Math.min(first, phrase.first), Math.max(last, phrase.last)] };
}

/** “a UN resolution”: the article is the resolution's. */
function foreignDeterminer({ sentence: { tree } }: Scan, phrase: Phrase): Phrase | null {
  const { first, last } = phrase;
  if (phrase.kind === "people" && phrase.titles.length === 0) return null; // “The two spoke”, whatever the tree makes of it
  if (first === last || tree.relation(first) !== "det" || (tree.heads[first] ?? -1) <= last) return null;
  return { ...phrase, first: first + 1, det: null };
}
