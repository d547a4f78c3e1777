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
  if (phrase.first !== phrase.head || scan.entry(phrase.head, "country")?.entry.form !== "people") return null;
  if (!/S$/.test(scan.tokens[phrase.head]?.xpos ?? "") || !(isSome(scan, phrase) || actsAsCrowd(scan, phrase)))
    return null;
  const name = scan.tokens[phrase.head]?.text ?? country.name;
  return discourse.obtain(`crowd:${country.code}:${whichOf(scan, phrase)}`, () => ({
    ...emptyDraft(name, "group", "people of a country, not their state"),
    code: country.code,
    sector: ["CVL"],
    noun: "people",
  }));
}

/** Whether the phrase speaks of some of them: a number, or without an article a quantity or an adjective, stands before. */
function isSome(scan: Scan, { extent, first, head }: Phrase): boolean {
  const from = extent?.[0] ?? first;
  if (from === head) return false;
  // “the 1.3 million Syrians” are people too, “the young Russians” may be all of them.
  if (scan.lower(from) === "the") return scan.tokens.slice(from, head).some(({ upos }) => upos === "NUM");
  for (let i = from; i < head; i++)
    if (/^(?:ADJ|NUM)$/.test(scan.tokens[i]?.upos ?? "") || scan.is(i, "quantity")) return true;
  return false;
}

/** Whether they are said to protest, vote, flee or the like; “Americans strike [targets]” as a state does. */
function actsAsCrowd(scan: Scan, { extent, first, head }: Phrase): boolean {
  const { tree } = scan.sentence;
  const bare = (extent?.[0] ?? first) === head && scan.lower(head - 1) !== "the";
  const verb = tree.heads[head] ?? -1;
  if (!bare || tree.relation(head) !== "nsubj") return false;
  return scan.is(verb, "crowd-deed") || (scan.is(verb, "crowd-move") && objectOf(scan.sentence, verb) === null);
}

/** Which of them, or how many: “armed”, “two”, “most”. */
function whichOf({ tokens }: Scan, { extent, head }: Phrase): string {
  const before = tokens.slice(extent?.[0] ?? head, head).filter(({ upos }) => /^(?:ADJ|NUM)$/.test(upos));
  return before.map(({ lower }) => lower).join(" ");
}
