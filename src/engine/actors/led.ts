import type { Discourse } from "./draft.js";
import { bearsName, familyOf } from "./family-name.js";
import type { Country } from "./lexicon.js";
import { type Attributes, type Circumstances, choosePerson, codeOfSpell } from "./named.js";
import { nameWords } from "./names.js";
import { latestOffice } from "./people.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const ENOUGH = 0.5; // who leads a government is looked for among those who have led one
const LEADING: ReadonlySet<string> = new Set(["head-of-state", "head-of-government"]);
const NOTHING_SAID: Attributes = { titles: [], countries: [], of: null, former: false, elect: false, deputy: false };

/**
 * The country of a body or a group that goes by its leader's name: “the Trudeau government”, “the Modi-led government”; `null`
 * where no family name stands before the noun, or nobody of the article or the tables bears it.
 */
export function countryOfLeader(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): Country | null {
  if (phrase.countries.length > 0 || phrase.of !== null) return null;
  const name = nameBefore(scan, nounStart(scan, phrase));
  if (name < 1 || !scan.capital(name) || scan.entry(name, "country") !== null) return null;
  const words = nameWords(scan, name, name);
  const particles = at.lexicon.words("particle");
  const known = discourse.recentOf(
    familyOf(words, particles),
    (d) => d.kind === "person" && d.code !== null && bearsName(d, words, particles),
  );
  if (known?.code != null) return at.lexicon.countries.get(known.code) ?? null;
  const leaders = (at.lexicon.byShort.get(words.join(" ")) ?? []).filter((p) =>
    p.spells.some((s) => LEADING.has(s.office)),
  );
  const chosen = choosePerson(leaders, NOTHING_SAID, at, ENOUGH);
  const spell = chosen === null ? null : latestOffice(chosen, at.day);
  return spell === null ? null : (at.lexicon.countries.get(codeOfSpell(spell, at.lexicon)) ?? null);
}

/** The token before a noun or its “'s”, the name in front of “-led”. */
function nameBefore(scan: Scan, noun: number): number {
  if (/^['’]s?$/.test(scan.lower(noun - 1))) return noun - 2;
  const led = scan.lower(noun - 1) === "led" && /^[-‐‑]$/.test(scan.lower(noun - 2));
  return led ? noun - 3 : noun - 1;
}

const MOST_WORDS = 4; // of a noun in the tables: “national security council”

/** Where the noun of the tables begins that a phrase ends in. */
function nounStart(scan: Scan, { head }: Phrase): number {
  for (let at = Math.max(0, head - MOST_WORDS + 1); at < head; at++)
    if ((scan.entry(at, "pattern") ?? scan.entry(at, "group"))?.item.last === head) return at;
  return head;
}
