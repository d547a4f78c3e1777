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
  return discourse.obtain(`crowd:${country.code}:${numberBefore(scan, phrase) ?? ""}`, () => ({
    ...emptyDraft(name, "group", "people of a country, not their state"),
    code: country.code,
    sector: ["CVL"],
    noun: "people",
  }));
}

/** Whether the phrase speaks of some of them: a number, a quantity or an adjective stands before, and no article. */
function isSome(scan: Scan, { extent, first, head }: Phrase): boolean {
  const from = extent?.[0] ?? first;
  if (from === head || scan.lower(from) === "the") return false;
  for (let i = from; i < head; i++)
    if (/^(?:ADJ|NUM)$/.test(scan.tokens[i]?.upos ?? "") || scan.is(i, "quantity")) return true;
  return false;
}

/** Whether they are said to protest, vote, flee or the like. */
function actsAsCrowd(scan: Scan, { extent, first, head }: Phrase): boolean {
  const { tree } = scan.sentence;
  const bare = (extent?.[0] ?? first) === head && scan.lower(head - 1) !== "the";
  return bare && tree.relation(head) === "nsubj" && scan.is(tree.heads[head] ?? -1, "crowd-deed");
}

function numberBefore(scan: Scan, { extent, head }: Phrase): string | null {
  for (let i = extent?.[0] ?? head; i < head; i++) if (scan.tokens[i]?.upos === "NUM") return scan.lower(i);
  return null;
}
