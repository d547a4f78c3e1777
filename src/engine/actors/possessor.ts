import type { Discourse, Draft } from "./draft.js";
import { type Attributes, type Circumstances, withPartner } from "./named.js";
import { nearestSubject } from "./nearest.js";
import type { Phrase } from "./phrase.js";
import { resolvePronoun } from "./pronoun.js";
import { countryDraft } from "./reference.js";
import type { Scan } from "./scan.js";

/** Whom “his”, “her” or “its” at the head of a phrase means; `null` for another determiner, or where nobody fits. */
export function pronounOwner(scan: Scan, phrase: Phrase, discourse: Discourse): Draft | null {
  if (/^(?:his|her)$/.test(phrase.det ?? "")) return resolvePronoun(phrase, scan, discourse)[0] ?? null;
  if (phrase.det !== "its") return null;
  const owns = (d: Draft): boolean => (d.kind === "country" || d.kind === "organisation") && d.role === "party";
  return nearestSubject(phrase, discourse, owns);
}

/** “his country”: the country of whom the pronoun means. */
export function ownCountry(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): readonly Draft[] {
  const code = pronounOwner(scan, phrase, discourse)?.code ?? null;
  const country = code === null ? undefined : at.lexicon.countries.get(code);
  return country === undefined ? [] : [countryDraft(discourse, country)];
}

/**
 * What a possessor before a title says of its bearer: “the movement's spokesman” is the movement's, “Macron's foreign
 * minister” one of Macron's country, “his spokesman” speaks for him.
 *
 * @param resolved Whom the phrases before it mean.
 */
export function withPossessor(
  scan: Scan,
  phrase: Phrase,
  partner: Phrase | null,
  resolved: ReadonlyMap<Phrase, readonly Draft[]>,
  discourse: Discourse,
  at: Circumstances,
): Attributes {
  const said = withPartner(phrase, partner);
  const title = said.titles[0];
  if (title === undefined || said.countries.length > 0 || said.of?.code != null) return said;
  if (title.office === null && title.sector === "") return said;
  if (at.lexicon.words("counterpart").has(title.phrase)) return said;
  const owner =
    ownerBefore(scan, phrase, resolved) ??
    (partner === null ? null : ownerBefore(scan, partner, resolved)) ??
    ownerByPronoun(scan, [phrase, partner], discourse);
  if (owner === null) return said;
  const country = owner.code === null ? undefined : at.lexicon.countries.get(owner.code);
  if (title.office !== "spokesperson" && owner.kind !== "organisation" && country !== undefined)
    return { ...said, countries: [country] };
  const { name, code, sector } = owner;
  return { ...said, of: { kind: "body", name, code, sector: sector.join("|"), office: null } };
}

/** “[his] spokesman, X”: who has somebody speak or act for him. */
function ownerByPronoun(scan: Scan, phrases: readonly (Phrase | null)[], discourse: Discourse): Draft | null {
  const own = phrases.find((p) => p !== null && p.titles.length > 0 && /^(?:his|her|its)$/.test(p.det ?? ""));
  return own == null ? null : pronounOwner(scan, own, discourse);
}

/** “a spokesman [for President X]”, “Chief of Staff [to Prime Minister Y]”: whether the first is the second's. */
export function isSpokenFor(scan: Scan, { titles, last, name }: Phrase, other: Phrase): boolean {
  if (name !== null || other.name === null || other.first !== last + 2) return false;
  return titles.length > 0 && /^(?:for|of|to)$/.test(scan.lower(last + 1));
}

/** The one actor of the phrase that ends right before “'s” and this phrase. */
function ownerBefore(scan: Scan, own: Phrase, resolved: ReadonlyMap<Phrase, readonly Draft[]>): Draft | null {
  const { first } = own;
  for (const [phrase, drafts] of resolved) if (isSpokenFor(scan, own, phrase)) return drafts[0] ?? null;
  if (!/^['’]s?$/.test(scan.lower(first - 1))) return null;
  for (const [phrase, drafts] of [...resolved].reverse())
    if (phrase.last === first - 2 && phrase.kind !== "pronoun") return drafts.length === 1 ? (drafts[0] ?? null) : null;
  return null;
}
