import { foldName } from "./atoms.js";
import type { Scan } from "./scan.js";

/** “Park Jin[-]ho”: a hyphen that joins parts of a name, not “Narendra Modi[-]led” nor “Joe Biden[-]era”. */
export function isHyphenIn(scan: Scan, hyphen: number): boolean {
  return joinsWords(scan, hyphen) && !saysWhat(scan, hyphen + 1);
}

/** “the [Donald Trump]-backed candidate”: whether a name that ends at a token only says what something else is like. */
export function isAttribute(scan: Scan, last: number): boolean {
  return joinsWords(scan, last + 1) && saysWhat(scan, last + 2);
}

function joinsWords(scan: Scan, hyphen: number): boolean {
  if (!/^[-‐‑]$/.test(scan.lower(hyphen)) || !scan.joined(hyphen - 1) || !scan.joined(hyphen)) return false;
  return /^\p{L}/u.test(scan.tokens[hyphen + 1]?.text ?? "");
}

/** Whether a word behind a name and a hyphen is none of the name. */
function saysWhat(scan: Scan, at: number): boolean {
  if (scan.capital(at)) return false;
  return scan.is(at, "behind-name") || /..ed$/.test(scan.lower(at)) || isBefore(scan, at);
}

/** “the Donald Trump-[nominee] judge”: whether a noun that a word stands before takes it for what the noun is like. */
function isBefore({ tokens, sentence: { tree } }: Scan, at: number): boolean {
  const noun = tree.heads[at] ?? -1;
  if (noun <= at || !/^(?:amod|compound)$/.test(tree.relation(at)) || tokens[at]?.upos === "PROPN") return false;
  return tokens.slice(at + 1, noun + 1).every(({ upos }) => /^(?:ADJ|NOUN|PROPN)$/.test(upos));
}

/** “Jaishankar-Sabry meeting”: two persons' family names around a hyphen. */
export function twoFamilies(scan: Scan, hyphen: number): boolean {
  const [left, right] = [scan.lower(hyphen - 1), scan.lower(hyphen + 1)].map(foldName);
  if (left === undefined || right === undefined || !scan.capital(hyphen + 1)) return false;
  const { byShort, givenNames, names } = scan.lexicon;
  // “Jean-Charles Dupont”: a double given name before a family name.
  if (givenNames.has(left) && givenNames.has(right) && scan.capital(hyphen + 2)) return false;
  return (
    byShort.has(left) &&
    byShort.has(right) &&
    !byShort.has(`${left} ${right}`) &&
    names.lookup(`${left} ${right}`).length === 0
  );
}

/** “Al-Sabah”: a particle of family names, hyphened to a capitalised word. */
export function isParticled(scan: Scan, at: number): boolean {
  return scan.lexicon.words("particle").has(scan.lower(at)) && joinsWords(scan, at + 1) && scan.capital(at + 2);
}
