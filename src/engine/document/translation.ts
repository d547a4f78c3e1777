import type { Row } from "../base/table.js";
import type { AgencyIndex } from "./agencies.js";
import type { LanguageProfile } from "./language.js";
import type { SourceDocument } from "./types.js";

/** What tells of translation: see `data/document/{language-names,state-languages,agency-languages}.tsv`. */
export interface TranslationLexicon {
  readonly agencies: AgencyIndex;
  /** ISO 639-1 codes by the English name of a language, in small letters. */
  readonly languageCodes: ReadonlyMap<string, string>;
  /** Language in which a state's agencies and offices publish first, by ISO 3166-1 alpha-3; English is left out. */
  readonly stateLanguages: ReadonlyMap<string, string>;
  /** Language of agencies that do not write that of their state. */
  readonly agencyLanguages: ReadonlyMap<string, string>;
}

/** A text that was translated: from which language (ISO 639-1, `und` where the text does not say), and what shows it. */
export interface Translation {
  readonly from: string;
  readonly why: string;
}

/** Who published a text, as far as it tells in which language it was written. */
export interface Publisher {
  readonly outlet: string | null;
  /** Code of the government whose own office it is, or `null`. */
  readonly government: string | null;
}

/** A language's name, perhaps after “the”, “its original”. */
const TONGUE = String.raw`(?:(?:the|its|their|an?) )?(?:original )?(\p{Lu}\p{Ll}+(?: (?:Indonesia|Chinese))?)`;
/** Signs that count wherever they stand, a language in the first group. */
const SIGNS: readonly RegExp[] = [
  new RegExp(String.raw`[([]\s?in ${TONGUE}\s?[)\]]`, "gu"),
  new RegExp(
    String.raw`\b(?:[Uu]nofficial|UNOFFICIAL|[Oo]fficial|[Ww]orking|[Cc]ourtesy|[Mm]achine|[Ee]nglish) [Tt]ranslation (?:from|of) ${TONGUE}`,
    "gu",
  ),
  new RegExp(
    String.raw`\b(?:remarks|quotes?|comments|words|interview|statement|text|message|letter|transcript|article|report|speech|post)(?:,? (?:was|were|is|are|has been|have been))? translated from ${TONGUE}`,
    "gu",
  ),
  new RegExp(
    String.raw`\b(?:said|says|told [\p{L} ]{1,40}|wrote|writes|spoke|[Ss]peaking|[Ww]riting|posted|tweeted|replied|answered|added)(?: \p{Ll}+ly)? in (?:fluent |accented |halting )?${TONGUE}`,
    "gu",
  ),
  new RegExp(
    String.raw`\b(?:originally|first) (?:published|written|issued|printed|posted|broadcast|aired) in ${TONGUE}`,
    "gu",
  ),
  new RegExp(String.raw`\b[Oo]riginal (?:language|text)(?: (?:is|was))?(?:: | in )${TONGUE}`, "gu"),
  new RegExp(String.raw`\bthrough (?:an?|his|her|their) ${TONGUE}(?:-language)? (?:translator|interpreter)\b`, "gu"),
];
/** Signs that name no language. */
const OPEN_SIGNS: readonly RegExp[] = [
  /[([](?:an )?(?:unofficial|machine|courtesy|working) translation[)\]]/giu,
  /\b(?:said|says|told [\p{L} ]{1,40}|spoke|speaking|added|replied)(?:,)? through (?:an?|his|her|their) (?:translator|interpreter)\b/giu,
  /\b(?:as translated|according to (?:an?|the) (?:unofficial|official|english)? ?translation)\b/giu,
];
/** Signs that count only on a line that is no news text. */
const LINE_SIGNS: readonly RegExp[] = [
  new RegExp(String.raw`\b[Tt]ranslat(?:ed|ion)(?: by [\p{L} .'’-]{2,60})? from ${TONGUE}`, "gu"),
  new RegExp(`^(?:[Ll]anguage|[Oo]riginal)(?: of the original)?: ?${TONGUE}`, "gu"),
];
const OPEN_LINE_SIGNS: readonly RegExp[] = [
  /\b(?:unofficial|machine|courtesy|working|english|our|own) translation\b/giu,
  /\btranslat(?:ed|ion)(?: into english)?(?: by\b|: ?\p{L})/giu,
  /\btranslated (?:with|into english)\b/giu,
];

/** Names of languages from the profiles and the table of further names. */
export function readLanguageCodes(
  profiles: readonly LanguageProfile[],
  rows: readonly Row[],
): ReadonlyMap<string, string> {
  const codes = new Map(profiles.map(({ code, name }) => [name.toLowerCase(), code]));
  for (const row of rows) codes.set(row.cell("name").toLowerCase(), row.cell("code"));
  return codes;
}

/**
 * Whether an English text was translated, and from what: its own words say so on a header or credit line, then in its
 * body, else it comes from a news agency or an office that publishes first in another language.
 *
 * @returns `null` without a sign. Time grows linearly with the text.
 */
export function findTranslation(
  { text, frame, agency, paragraphs }: Pick<SourceDocument, "text" | "frame" | "agency" | "paragraphs">,
  publisher: Publisher,
  lexicon: TranslationLexicon,
): Translation | null {
  const home = publishedFrom(agency?.name ?? null, publisher, lexicon);
  const lines = [...frame, ...paragraphs.filter(([start, end]) => end - start <= SHORT_LINE)].map((s) =>
    text.slice(...s),
  );
  for (const line of lines) {
    const said = namedIn(line, [...LINE_SIGNS, ...SIGNS], lexicon) ?? openIn(line, OPEN_LINE_SIGNS, home);
    if (said !== null && !STOPPED.test(line.trim())) return said;
  }
  return namedIn(text, SIGNS, lexicon) ?? openIn(text, OPEN_SIGNS, home) ?? home;
}

const SHORT_LINE = 90; // code units: a line that only labels the text
const STOPPED = /\p{Ll}[.!?]["”’]?$/u;

function namedIn(text: string, signs: readonly RegExp[], { languageCodes }: TranslationLexicon): Translation | null {
  for (const sign of signs)
    for (const match of text.matchAll(sign)) {
      const from = languageCodes.get((match[1] ?? "").toLowerCase());
      if (from !== undefined && from !== "en") return { from, why: `the text says “${match[0].trim()}”` };
    }
  return null;
}

function openIn(text: string, signs: readonly RegExp[], home: Translation | null): Translation | null {
  for (const sign of signs) {
    const match = text.match(sign)?.[0];
    if (match !== undefined)
      return {
        from: home?.from ?? "und",
        why: `the text says “${match.trim()}”${home === null ? "" : `; ${home.why}`}`,
      };
  }
  return null;
}

/** The convention of the agency, else of the office that published the text. */
function publishedFrom(
  agency: string | null,
  { outlet, government }: Publisher,
  { agencies, agencyLanguages, stateLanguages }: TranslationLexicon,
): Translation | null {
  const known = agencies.find(agency ?? outlet ?? "");
  if (known?.kind === "agency") {
    const from = agencyLanguages.get(known.name) ?? stateLanguages.get(known.code ?? "") ?? "en";
    return from === "en" ? null : { from, why: `${known.name} publishes first in another language than English` };
  }
  const from = government === null ? undefined : stateLanguages.get(government);
  return from === undefined || outlet === null
    ? null
    : { from, why: `${outlet} publishes first in another language than English` };
}
