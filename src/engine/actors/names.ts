import { atomsOf, foldName } from "./atoms.js";
import { isMonthAt } from "./calendar.js";
import { isHyphenIn, isParticled, twoFamilies } from "./hyphens.js";
import type { ActorLexicon, Entry } from "./lexicon.js";
import { isFamilyFirstAtHome, type Person } from "./people.js";
import type { Item, Scan } from "./scan.js";
import { spellingKey } from "./spelling.js";

const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|vi|vii|viii|xiv|xvi)\.?$/;

/** A personal name in a sentence: its tokens and whom of the tables it names in full. */
export interface NameRead {
  readonly first: number;
  readonly last: number;
  readonly persons: readonly Person[];
}

/**
 * Reads a personal name at token `at`.
 *
 * @param titled Whether a title stands before it; then one capitalised word is enough.
 */
export function readName(scan: Scan, at: number, titled: boolean): NameRead | null {
  const known = scan.entry(at, "person");
  if (known !== null && known.item.last > at) {
    const last = extendName(scan, known.item.last, known.item.first);
    // “Park Jin-ho” is not Park Jin, “Sheikh Sabah Khaled” not every Sheikh Sabah.
    const longer = last > known.item.last ? personsNamed(scan.lexicon, untitled(scan, nameWords(scan, at, last))) : [];
    if (longer.length > 0) return { first: at, last: withSuffix(scan, last), persons: longer };
    const persons =
      /^[-‐‑]$/.test(scan.lower(known.item.last + 1)) && last > known.item.last && !scan.capital(known.item.last + 2)
        ? personsNamed(scan.lexicon, nameWords(scan, at, last))
        : personsOf(known.item.entries);
    return { first: at, last: withSuffix(scan, last), persons };
  }
  const last = endOfCapitals(scan, at, titled);
  if (last === null) return null;
  const words = nameWords(scan, at, last);
  if (!titled && !looksLikePerson(scan, at, last, words)) return null;
  return { first: at, last: withSuffix(scan, last), persons: personsNamed(scan.lexicon, words) };
}

/** The words of a name without the title that opens it. */
function untitled({ lexicon }: Scan, words: readonly string[]): readonly string[] {
  const [first = ""] = words;
  return lexicon.names.lookup(first).some((e) => e.kind === "title") ? words.slice(1) : words;
}

/** The persons among entries, each once though several spellings lead to one. */
function personsOf(entries: readonly Entry[]): readonly Person[] {
  return [...new Set(entries.flatMap((e) => (e.kind === "person" ? e.bearers.people : [])))];
}

/** Words of a name without initials, hyphens and suffixes. */
export function nameWords(scan: Scan, first: number, last: number): readonly string[] {
  const words: string[] = [];
  for (let i = first; i <= last; i++) {
    const token = scan.tokens[i];
    if (token === undefined || /^\p{P}$/u.test(token.text)) continue;
    if (/^\p{Lu}\.?$/u.test(token.text) || SUFFIX.test(token.lower)) continue;
    words.push(...atomsOf(token.text));
  }
  return words;
}

/** Persons of the tables that a name of two and more words names, middle names and spelling habits aside. */
export function personsNamed(lexicon: ActorLexicon, words: readonly string[]): readonly Person[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return [];
  const full = lexicon.names.lookup(words.join(" "));
  const found = personsOf(full);
  if (found.length > 0) return found;
  const outer = personsOf(lexicon.names.lookup(`${first} ${last}`));
  if (outer.length > 0) return outer;
  const spelled = lexicon.byShort.spelled(spellingKey(first), spellingKey(last), words.slice(1, -1));
  if (spelled.length > 0 || words.length > 2) return spelled;
  return personsOf(lexicon.names.lookup(`${last} ${first}`)).filter(isFamilyFirstAtHome);
}

/** Last token of a run of capitalised words that may be a name; `null` when there is none. */
function endOfCapitals(scan: Scan, at: number, titled: boolean): number | null {
  const particles = scan.lexicon.words("particle");
  let last: number | null = null;
  for (let i = at, words = 0; i < scan.tokens.length && words < 9; ) {
    const token = scan.tokens[i];
    if (token === undefined) break;
    const particle =
      last !== null && particles.has(token.lower) && (scan.capital(i + 1) || particles.has(scan.lower(i + 1)));
    const hyphen = last !== null && isHyphenIn(scan, i);
    if (hyphen && twoFamilies(scan, i)) break;
    if (hyphen) {
      i++;
      const next = scan.tokens[i];
      if (next === undefined) break;
      last = i++;
      continue;
    }
    if (!particle && !(scan.capital(i) && isNameWord(scan, i, last !== null, titled))) break;
    if (!particle) last = i;
    words++;
    i++;
  }
  return last;
}

/** “Vice President Harris [Call] with …”, in the capitals of a headline: what somebody does, no part of the name. */
function isOccasion(scan: Scan, at: number): boolean {
  if (!scan.lexicon.words("occasion-noun").has(scan.lower(at))) return false;
  const next = scan.tokens[at + 1];
  return next === undefined || next.upos === "ADP" || next.lower === "to";
}

/** Whether a capitalised token may be part of a personal name: no title, no body, no country, no function word. */
function isNameWord(scan: Scan, at: number, inside: boolean, titled: boolean): boolean {
  const token = scan.tokens[at];
  if (token === undefined || (inside && isOccasion(scan, at))) return false;
  const after = titled && !inside && scan.capital(at); // “Prime Minister May”
  if (
    !after &&
    ["DET", "ADP", "CCONJ", "SCONJ", "PRON", "AUX", "PART"].includes(token.upos) &&
    !/^\p{Lu}\.$/u.test(token.text) &&
    scan.lexicon.givenNames.get(token.lower) === undefined
  )
    return false;
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(token.lower)) return false;
  if (!inside && !titled && isMonthAt(scan, at)) return false;
  const item = scan.item(at);
  if (item === undefined) return true;
  const given = scan.lexicon.givenNames.has(foldName(token.text));
  const alone = !scan.capital(at + 1);
  return item.entries.every((entry) => {
    if (entry.kind === "person") return true;
    // “Foreign Minister Saint Malo”
    if (entry.kind === "place") return item.first === item.last || (titled && isFamily(scan, item));
    if (inside && item.last > item.first && scan.lexicon.words("particle").has(token.lower)) return true; // “… Al-Sabah”, also a newspaper
    if (entry.kind === "country") {
      if (item.first !== item.last || entry.form === "adjective") return false;
      if (scan.lexicon.words("form-of-address").has(scan.lower(at - 1))) return true; // “Mr Jordan”
      // “Michael Jordan”, “Chad Wolf”, “Jordan Lee”; not “Jordan's”, “Georgia State”, “Georgia Tbilisi”.
      const opens =
        !alone && opensFamily(scan, at + 1) && !scan.lexicon.words("organisation-noun").has(scan.lower(at + 1));
      return inside ? alone || entry.form !== "name" : given && opens;
    }
    if (entry.kind === "title" && inside && item.first === item.last && token.text.length <= 4 && !scan.capital(at + 1))
      return true; // “Hun Sen”
    if (entry.kind === "title" || entry.kind === "group" || entry.kind === "pattern") return given;
    return given && item.first === item.last;
  });
}

/** Whether words are, together, the family name of somebody of the tables. */
function isFamily(scan: Scan, { first, last }: Item): boolean {
  return scan.lexicon.byShort.has(nameWords(scan, first, last).join(" "));
}

/** Whether a word may be the family name after a given name: no name of the tables, or a person's or place's that is also one. */
function opensFamily(scan: Scan, at: number): boolean {
  const item = scan.item(at);
  return (
    item === undefined ||
    (item.first === item.last && item.entries.every((e) => e.kind === "person" || e.kind === "place"))
  );
}

/** Two or more words of which the first is a known given name. */
function looksLikePerson(scan: Scan, first: number, last: number, words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 5) return false;
  const lead = words[0] ?? "";
  if (!scan.lexicon.givenNames.has(lead))
    return (
      personsNamed(scan.lexicon, words).length > 0 ||
      scan.lexicon.byShort.has(words.join(" ")) ||
      titleFollows(scan, last) ||
      titlePrecedes(scan, first, last) ||
      isNamesake(scan, first, last, words)
    );
  for (let i = first; i <= last; i++) if (scan.lexicon.words("organisation-noun").has(scan.lower(i))) return false;
  return true;
}

/** “Bartek Putin”: a given name nobody's table has, tied by the tree to a family name of the tables. */
function isNamesake(scan: Scan, first: number, last: number, words: readonly string[]): boolean {
  if (last !== first + 1 || words.length !== 2 || scan.item(first) !== undefined) return false;
  const [given, family] = [scan.tokens[first], scan.tokens[last]];
  if (given?.upos !== "PROPN" || family?.upos !== "PROPN" || !/\p{Ll}/u.test(given.text)) return false;
  const { tree } = scan.sentence;
  const tied = (a: number, b: number): boolean => tree.heads[a] === b && /^(?:flat|compound)$/.test(tree.relation(a));
  return scan.lexicon.byShort.has(words[1] ?? "") && (tied(first, last) || tied(last, first));
}

/** “…, Head of Cabinet”: a title after a comma makes a person of capitalised words. */
function titleFollows(scan: Scan, last: number): boolean {
  if (scan.lower(last + 1) !== ",") return false;
  for (let at = last + 2; at <= last + 5; at++) {
    if (scan.entry(at, "title") !== null) return true;
    if (!scan.capital(at) && !["the", "a", "an", "'s"].includes(scan.lower(at))) return false;
  }
  return false;
}

const FARTHEST_TITLE = 10; // tokens between a title and the name in apposition

/** “Norway's special envoy, Ture Lundh, led …”: capitalised words between commas behind a title are its bearer's name. */
function titlePrecedes(scan: Scan, first: number, last: number): boolean {
  if (scan.lower(first - 1) !== "," || !/^[,;:)]$/.test(scan.lower(last + 1))) return false;
  for (let i = first; i <= last; i++)
    if (scan.item(i) !== undefined || scan.is(i, "organisation-noun") || scan.tokens[i]?.upos !== "PROPN") return false;
  for (let at = first - 2; at > first - FARTHEST_TITLE && at >= 0; at--) {
    if (/^(?:VERB|AUX|PUNCT)$/.test(scan.tokens[at]?.upos ?? "PUNCT")) return false;
    const title = scan.entry(at, "title");
    if (title !== null) return !title.entry.plural && title.entry.use === "title";
  }
  return false;
}

const LONGEST_EXTENDED = 9; // tokens; hyphens count: “Nawaf Al-Ahmad Al-Jaber Al-Sabah”

function extendName(scan: Scan, last: number, first: number): number {
  let end = last;
  while (end + 1 < scan.tokens.length && end - first < LONGEST_EXTENDED) {
    const next = end + 1;
    const item = scan.item(next);
    if (isHyphenIn(scan, next)) end = next + 1;
    // “… Al-Sabah”, also a newspaper
    else if (item !== undefined && item.last > next && scan.capital(next) && isParticled(scan, next)) end = item.last;
    else if (scan.capital(next) && item === undefined && scan.tokens[next]?.upos === "PROPN" && !isOccasion(scan, next))
      end = next;
    else break;
  }
  return end;
}

function withSuffix(scan: Scan, last: number): number {
  const at = scan.lower(last + 1) === "," ? last + 2 : last + 1;
  return SUFFIX.test(scan.lower(at)) && scan.capital(at) ? at : last;
}
