import { objectOf } from "../language/tree.js";
import { type Discourse, type Draft, emptyDraft } from "./draft.js";
import type { Country } from "./lexicon.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/**
 * People of a country who are not their state: some of them (“thousands of Georgians”, “two Britons”, “young Kenyans”), or all
 * who do what crowds do (“Venezuelans marched”). `null` for “the Russians” and for a bare “Russians”, who may be either.
 */
export function crowdOf(scan: Scan, phrase: Phrase, country: Country, discourse: Discourse): Draft | null {
  if (!isPeople(scan, phrase)) return null;
  // one word may be an adjective as well (“the French”)
  const plural = phrase.first < phrase.head || /S$/.test(scan.tokens[phrase.head]?.xpos ?? "");
  if (!plural || !(isSome(scan, phrase) || actsAsCrowd(scan, phrase))) return null;
  const words = scan.tokens.slice(phrase.first, phrase.head + 1);
  const name = words.map(({ text }) => text).join(" ");
  return discourse.obtain(`crowd:${country.code}:${whichOf(scan, phrase)}`, () => ({
    ...emptyDraft(name, "group", "people of a country, not their state"),
    code: country.code,
    sector: ["CVL"],
    noun: "people",
  }));
}

/** Whether a phrase's core is the name of a country's people, of one word or more: “Georgians”, “South Koreans”. */
export function isPeople(scan: Scan, { first, head }: Pick<Phrase, "first" | "head">): boolean {
  const named = scan.entry(first, "country");
  return named !== null && named.item.last === head && named.entry.form === "people";
}

/** Whether the phrase speaks of some of them: a number, or without an article a quantity or an adjective, stands before. */
function isSome(scan: Scan, { extent, first }: Phrase): boolean {
  const from = extent?.[0] ?? first;
  if (from === first) return false;
  // “the 1.3 million Syrians” are people too, “the young Russians” may be all of them.
  if (scan.lower(from) === "the") return scan.tokens.slice(from, first).some(({ upos }) => upos === "NUM");
  for (let i = from; i < first; i++)
    if (/^(?:ADJ|NUM)$/.test(scan.tokens[i]?.upos ?? "") || scan.is(i, "quantity")) return true;
  return false;
}

/** Whether they are said to protest, vote, flee or the like; “Americans strike [targets]” as a state does. */
function actsAsCrowd(scan: Scan, { extent, first, head }: Phrase): boolean {
  const { tree } = scan.sentence;
  const bare = (extent?.[0] ?? first) === first && scan.lower(first - 1) !== "the";
  const verb = tree.heads[head] ?? -1;
  if (!bare || tree.relation(head) !== "nsubj") return false;
  return scan.is(verb, "crowd-deed") || (scan.is(verb, "crowd-move") && objectOf(scan.sentence, verb) === null);
}

/** Which of them, or how many: “armed”, “two”, “most”. */
function whichOf({ tokens }: Scan, { extent, first }: Phrase): string {
  const before = tokens.slice(extent?.[0] ?? first, first).filter(({ upos }) => /^(?:ADJ|NUM)$/.test(upos));
  return before.map(({ lower }) => lower).join(" ");
}
