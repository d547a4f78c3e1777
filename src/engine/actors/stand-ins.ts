import { isAccord } from "./accords.js";
import type { Country } from "./lexicon.js";
import { countryOfPlace } from "./modifiers.js";
import { extentOf, markerOf, topOf } from "./noun-phrase.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";
import type { StandIn } from "./types.js";

/** Whom a phrase stands for, before it is known as an actor. */
export type Stood =
  | { readonly by: "phrase"; readonly phrase: Phrase }
  | { readonly by: "country"; readonly country: Country }
  | { readonly by: "name"; readonly first: number; readonly last: number };

/** A noun phrase that may stand for somebody. */
export interface Candidate extends Pick<StandIn, "first" | "last" | "head" | "kind" | "why"> {
  readonly stood: Stood;
}

/** Places a noun may have in a sentence where an event can reach it. */
const PLACES_IN_CLAUSE: ReadonlySet<string> = new Set([
  "nsubj",
  "nsubj:pass",
  "obj",
  "iobj",
  "obl",
  "obl:agent",
  "nmod",
  "nmod:poss",
  "conj",
  "appos",
  "root",
]);
/** Ties by which a thing is somebody's, closest first. */
const OWNING: readonly string[] = ["by", "of", "from", "with", "against", "in", "near", "on", "to", "for"];
const DEEPEST = 3; // nouns climbed from a thing to its owner: “parts of the coast of Yemen”

/**
 * Finds the noun phrases of a sentence that mean nobody by themselves but may stand for somebody.
 *
 * @param meant Phrases that were found to mean actors.
 */
export function findStandIns(scan: Scan, meant: readonly Phrase[]): readonly Candidate[] {
  const tops = new Map<number, Phrase>();
  for (const phrase of meant) {
    const top = topOf(scan.sentence, [phrase.first, phrase.last]) ?? phrase.head;
    if (!tops.has(top)) tops.set(top, phrase);
  }
  const found: Candidate[] = [];
  const { tree } = scan.sentence;
  scan.tokens.forEach((token, head) => {
    if (tops.has(head) || !/^(?:NOUN|PROPN)$/.test(token.upos) || !PLACES_IN_CLAUSE.has(tree.relation(head))) return;
    if (scan.is(head, "calendar") || meant.some((p) => p.first <= head && head <= p.last)) return;
    const candidate = nameOrPlace(scan, head) ?? thing(scan, head, tops);
    if (candidate !== null) found.push(candidate);
  });
  return found;
}

function nameOrPlace(scan: Scan, head: number): Candidate | null {
  const [first, last] = extentOf(scan, head, false);
  const place = placeIn(scan, first, head);
  if (place !== null)
    return {
      first,
      last,
      head,
      kind: "place",
      stood: { by: "country", country: place },
      why: "a place in its country",
    };
  if (isRegion(scan, first, head)) return null;
  const token = scan.tokens[head];
  if (token?.upos !== "PROPN" || !scan.capital(head) || scan.item(head) !== undefined) return null;
  const end = nameEnd(scan, head);
  return { first, last: end, head, kind: "name", stood: { by: "name", first, last: end }, why: "a name alone" };
}

/** A name runs on over what hangs on its first word. */
function nameEnd(scan: Scan, head: number): number {
  const { tree } = scan.sentence;
  let end = head;
  while (tree.heads[end + 1] === head && /^(?:flat|compound)$/.test(tree.relation(end + 1))) end++;
  return end;
}

/** The country of a place named in a range: “the port city of Derna”, “Kabul”. */
function placeIn(scan: Scan, first: number, last: number): Country | null {
  for (let i = first; i <= last; i++) {
    const found = countryOfPlace(scan, i);
    if (found !== null && found.last === last) return found.country;
  }
  return null;
}

/** “West Africa”, “the West”: nobody's. */
function isRegion(scan: Scan, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (scan.entry(i, "place")?.item.last === last) return true;
  return false;
}

/** A thing that is somebody's. */
function thing(scan: Scan, head: number, tops: ReadonlyMap<number, Phrase>): Candidate | null {
  const stood = ownerOf(scan, head, tops, DEEPEST);
  if (stood === null) return null;
  const [first, last] = extentOf(scan, head, true);
  return { first, last, head, kind: "thing", stood, why: "a thing of whom the phrase names" };
}

function ownerOf(scan: Scan, head: number, tops: ReadonlyMap<number, Phrase>, depth: number): Stood | null {
  if (depth === 0) return null;
  const { tree } = scan.sentence;
  const children = tree.children(head);
  const relations = isAccord(scan, head) ? ["nmod:poss", "amod", "nmod"] : ["nmod:poss", "amod", "compound", "nmod"];
  for (const relation of relations)
    for (const marker of relation === "nmod" ? OWNING : [""])
      for (const child of children) {
        if (tree.relation(child) !== relation || (relation === "nmod" && markerOf(scan, child) !== marker)) continue;
        const owner = ownerAt(scan, child, tops) ?? ownerOf(scan, child, tops, depth - 1);
        if (owner !== null) return owner;
      }
  return null;
}

function ownerAt(scan: Scan, token: number, tops: ReadonlyMap<number, Phrase>): Stood | null {
  const phrase = tops.get(token);
  if (phrase !== undefined && phrase.kind !== "pronoun") return { by: "phrase", phrase };
  const place = countryOfPlace(scan, token);
  return place === null ? null : { by: "country", country: place.country };
}
