import { type Row, readTable, type TableSpec } from "../base/table.js";
import { AGENCY_COLUMNS, makeAgencyIndex } from "./agencies.js";
import { readEntities } from "./entities.js";
import { FURNITURE_RULES, readFurniture } from "./furniture.js";
import { FRAME_RULES, type HeaderLexicon, readFrameLines } from "./header.js";
import { type IdentifyLanguage, type LanguageProfile, readProfiles } from "./language.js";
import { COUNTRY_COLUMNS, makePlaceIndex, PLACE_COLUMNS } from "./places.js";
import type { RepairLexicon } from "./repair.js";
import { readLanguageCodes, type TranslationLexicon } from "./translation.js";
import { makeVoicePatterns, type VoicePatterns } from "./voice.js";
import { makeWordList } from "./words.js";

/** All the document stage knows: made once, read-only, shared by any number of articles. */
export interface DocumentLexicon extends RepairLexicon, HeaderLexicon, TranslationLexicon {
  readonly languages: readonly LanguageProfile[];
  readonly voices: VoicePatterns;
  /** Second opinion on the language; `null` where none is at hand. */
  readonly identify: IdentifyLanguage | null;
}

const PHRASES = { columns: ["phrase", "rule", "source"], keys: 2 };
const SPECS: Readonly<Record<string, TableSpec>> = {
  "document/furniture.tsv": { ...PHRASES, codes: { rule: FURNITURE_RULES } },
  "document/frame.tsv": { ...PHRASES, codes: { rule: FRAME_RULES } },
  "document/entities.tsv": { columns: ["name", "code", "source"], keys: 1 },
  "document/hyphens.tsv": {
    columns: ["form", "kind", "source"],
    keys: 2,
    codes: { kind: new Set(["prefix", "ending", "compound"]) },
  },
  "document/regions.tsv": { columns: ["name", "code", "source"], keys: 2 },
  "document/agency-languages.tsv": { columns: ["name", "language", "source"], keys: 1 },
  "document/language-names.tsv": { columns: ["name", "code", "source"], keys: 1 },
  "document/own-words.tsv": {
    columns: ["part", "words", "source"],
    keys: 2,
    codes: { part: new Set(["kind", "modifier", "office", "site"]) },
  },
  "document/state-languages.tsv": { columns: ["country", "language", "source"], keys: 1 },
  "document/languages.tsv": { columns: ["code", "name", "script", "words", "letters", "source"], keys: 1 },
  "actors/agencies.tsv": { columns: AGENCY_COLUMNS, keys: 1, codes: { kind: new Set(["agency", "outlet"]) } },
  "actors/countries.tsv": { columns: COUNTRY_COLUMNS, keys: 1 },
  "actors/places.tsv": { columns: PLACE_COLUMNS, keys: 2 },
};

/** The tables the document stage reads, by path relative to `data/`. */
export const DOCUMENT_TABLES: readonly string[] = Object.keys(SPECS);

/**
 * Makes the lexicon of the document stage.
 *
 * @param tables Texts of tables by path relative to `data/`; one that is missing counts as empty.
 * @param words Text of `models/words.txt`; empty, no mid-line hyphen is ever taken for the printer's.
 * @param identify Second opinion on the language of a text, asked only where script and common words do not decide.
 * @throws DataError for a table that breaks its rules.
 */
export function makeDocumentLexicon(
  tables: ReadonlyMap<string, string>,
  words: string,
  identify: IdentifyLanguage | null = null,
): DocumentLexicon {
  const rows = (file: string): readonly Row[] => rowsOf(tables, file);
  const hyphens = rows("document/hyphens.tsv");
  const forms = (kind: string): ReadonlySet<string> =>
    new Set(hyphens.filter((row) => row.cell("kind") === kind).map((row) => row.cell("form")));
  const languages = readProfiles(rows("document/languages.tsv"));
  const pairs = (file: string, key: string, value: string): ReadonlyMap<string, string> =>
    new Map(rows(file).map((row) => [row.cell(key), row.cell(value)]));
  const countries = new Set(rows("actors/countries.tsv").map((row) => row.cell("name").toLowerCase()));
  return {
    words: makeWordList(words),
    prefixes: forms("prefix"),
    endings: forms("ending"),
    kept: forms("compound"),
    furniture: readFurniture(rows("document/furniture.tsv")),
    entities: readEntities(rows("document/entities.tsv")),
    frameLines: readFrameLines(rows("document/frame.tsv")),
    places: makePlaceIndex(rows("actors/countries.tsv"), rows("actors/places.tsv"), rows("document/regions.tsv")),
    agencies: makeAgencyIndex(rows("actors/agencies.tsv"), (name) => countries.has(name)),
    languages,
    voices: makeVoicePatterns(rows("document/own-words.tsv")),
    languageCodes: readLanguageCodes(languages, rows("document/language-names.tsv")),
    stateLanguages: pairs("document/state-languages.tsv", "country", "language"),
    agencyLanguages: pairs("document/agency-languages.tsv", "name", "language"),
    identify,
  };
}

function rowsOf(tables: ReadonlyMap<string, string>, file: string): readonly Row[] {
  const [text, spec] = [tables.get(file), SPECS[file]];
  return text === undefined || spec === undefined ? [] : readTable(file, text, spec);
}
