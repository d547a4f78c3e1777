import { type Row, readTable, type TableSpec } from "../base/table.js";
import { readWordClasses } from "../base/word-classes.js";
import type { ClaimModel } from "./claim-model.js";
import { formOf, regularForms, type VerbForm } from "./inflect.js";
import type { Claim } from "./types.js";

type Act = Claim["act"];

type Stance = Claim["stance"];

/** What a cue word takes as its content. */
export type Frame =
  | "quote" | "that" | "clause" | "wh" | "infinitive" | "gerund" | "object" | "object-infinitive"
  | "addressee" | "addressee-infinitive" | "addressee-of" | "as" | "as-saying"
  | "of" | "about" | "on" | "for" | "against" | "to" | "with" | "in" | "at" | "over" | "by"; // biome-ignore format: a list

/** A verb, noun or adjective that pins a content on a source. */
export interface CueEntry {
  readonly word: string;
  /** Words that must follow (“out” of “point out”), lower case. */
  readonly particle: readonly string[];
  readonly act: Act;
  readonly stance: Stance;
  readonly frames: ReadonlySet<Frame>;
  /** Act of a content that is a noun phrase: “praised the plan” reports a judgement, not words. */
  readonly objectAct: Act;
}

/** An inflected cue verb. */
export interface VerbCue {
  readonly entry: CueEntry;
  readonly form: VerbForm;
}

/** A document or occasion that carries words. */
export interface Medium {
  /** Name for `ChainLink.via`. */
  readonly via: string;
  /** Whose words it holds: its sender's, its issuer's, its own (a study), or (a place) those of who speaks there. */
  readonly owner: "sender" | "issuer" | "itself" | "place";
}

/** Everything the claims stage knows. */
export interface ClaimLexicon {
  readonly model: ClaimModel;
  /** Cue verbs by inflected first word, those with the longer particle first. */
  readonly verbs: ReadonlyMap<string, readonly VerbCue[]>;
  readonly nouns: ReadonlyMap<string, CueEntry>;
  readonly adjectives: ReadonlyMap<string, CueEntry>;
  /** Verbs that take a cue noun as their object, by inflected form; `whole`: the content is the object itself. */
  readonly light: ReadonlyMap<string, { readonly content: "after" | "whole"; readonly form: VerbForm }>;
  /** Phrases such as “according to”, as words, the longer first. */
  readonly attributions: readonly { readonly words: readonly string[]; readonly role: string }[];
  /** What sources ask for who want no name (“not to be identified”), as words. */
  readonly anonymity: readonly (readonly string[])[];
  /** Media by their noun or noun phrase, singular, lower case. */
  readonly media: ReadonlyMap<string, Medium>;
  /** Last words of the media, singular and plural. */
  readonly mediaHeads: ReadonlySet<string>;
  /** Nouns by which a body already named is called again: `any` body (“the company”), or one whose name has the noun (“the ministry”). */
  readonly bodies: ReadonlyMap<string, "any" | "own" | "nobody">;
  /** Nouns, alone or with the word before, of those who pass words on: news agencies, outlets, and others no other list has (“civilians”). */
  readonly carriers: ReadonlyMap<string, "agency" | "named" | "outlet" | "somebody">;
  /** Nouns that mean a person, whom “he” or “she” may take up: “official”, “spokeswoman”. */
  readonly persons: ReadonlySet<string>;
  /** Words of a class, lower case: see `data/claims/words.tsv`. */
  readonly words: (wordClass: ClaimWordClass) => ReadonlySet<string>;
}

/** What part words play in telling words from deeds. */
export type ClaimWordClass = (typeof WORD_CLASSES)[number];

const WORD_CLASSES = [
  "brought-out", "contact", "deed", "deed-end", "deed-matter", "naming-deed", "own-body", "said-back", "setting", "told-back", "unsaid", "withheld",
] as const; // biome-ignore format: a list

const ACTS: ReadonlySet<string> = new Set(["speech", "belief", "intention", "perception"]);

const STANCES: ReadonlySet<string> = new Set(["asserts", "denies", "doubts", "asks", "promises"]);

const FRAMES: ReadonlySet<string> = new Set([
  "quote", "that", "clause", "wh", "infinitive", "gerund", "object", "object-infinitive",
  "addressee", "addressee-infinitive", "addressee-of", "as", "as-saying",
  "of", "about", "on", "for", "against", "to", "with", "in", "at", "over", "by",
]); // biome-ignore format: a list

const CUE_CODES = { act: ACTS, stance: STANCES, frames: FRAMES };

/** “the company” may mean any body, “the ministry” one of that name; “any”, “a briefing” mean nobody. */
const BODY_KINDS = ["any", "own", "nobody"] as const;

/** “the Interpress agency” is one of news by its lone name (`named`), “the country's disaster agency” is not. */
const CARRIER_KINDS = ["agency", "named", "outlet", "somebody"] as const;

const SPECS = {
  verbs: {
    columns: ["verb", "particle", "act", "stance", "frames", "object_act", "forms", "source"],
    keys: 2,
    codes: { ...CUE_CODES, object_act: new Set(["", ...ACTS]) },
  },
  nouns: { columns: ["noun", "act", "stance", "frames", "source"], keys: 1, codes: CUE_CODES },
  adjectives: { columns: ["adjective", "act", "stance", "frames", "source"], keys: 1, codes: CUE_CODES },
  "light-verbs": { columns: ["verb", "content", "source"], keys: 1, codes: { content: new Set(["after", "whole"]) } },
  attributions: {
    columns: ["phrase", "role", "source"],
    keys: 1,
    codes: { role: new Set(["source", "reporter", "addressee", "anonymity"]) },
  },
  documents: {
    columns: ["noun", "via", "owner", "source"],
    keys: 1,
    codes: { owner: new Set(["sender", "issuer", "itself", "place"]) },
  },
  bodies: { columns: ["noun", "kind", "source"], keys: 1, codes: { kind: new Set(BODY_KINDS) } },
  carriers: { columns: ["noun", "kind", "source"], keys: 1, codes: { kind: new Set(CARRIER_KINDS) } },
  persons: { columns: ["noun", "source"], keys: 1 },
  words: { columns: ["class", "word", "source"], keys: 2, codes: { class: new Set(WORD_CLASSES) } },
} satisfies Record<string, TableSpec>;

/**
 * Builds the lexicon from the tables under `data/claims/`.
 *
 * @param tables Table texts by path relative to `data/`.
 * @throws DataError naming file and line where a table breaks its rules.
 */
export function makeClaimLexicon(tables: ReadonlyMap<string, string>, model: ClaimModel): ClaimLexicon {
  const rows = (name: keyof typeof SPECS): readonly Row[] => {
    const text = tables.get(`claims/${name}.tsv`);
    return text === undefined ? [] : readTable(`data/claims/${name}.tsv`, text, SPECS[name]);
  };
  const light = new Map<string, { content: "after" | "whole"; form: VerbForm }>();
  for (const row of rows("light-verbs"))
    for (const [written, form] of verbForms(row.cell("verb"), []))
      light.set(written, { content: row.cell("content") === "whole" ? "whole" : "after", form });
  const phrases = rows("attributions").map((row) => ({ words: row.cell("phrase").split(" "), role: row.cell("role") }));
  const attributions = phrases.filter(({ role }) => role !== "anonymity");
  const media = rows("documents").map((row) => row.cell("noun").split(" ").at(-1) ?? "");
  return {
    model,
    mediaHeads: new Set(media.flatMap((word) => [word, `${word}s`])),
    verbs: verbIndex(rows("verbs")),
    nouns: nounIndex(rows("nouns")),
    adjectives: new Map(rows("adjectives").map((row) => [row.cell("adjective"), entryOf(row, "adjective")])),
    light,
    attributions: attributions.sort(
      (a, b) => b.words.length - a.words.length || (a.words.join(" ") < b.words.join(" ") ? -1 : 1),
    ),
    anonymity: phrases.filter(({ role }) => role === "anonymity").map(({ words }) => words),
    bodies: new Map(
      rows("bodies").map((row) => [row.cell("noun"), BODY_KINDS.find((kind) => kind === row.cell("kind")) ?? "own"]),
    ),
    carriers: new Map(
      rows("carriers").map((row) => [
        row.cell("noun"),
        CARRIER_KINDS.find((kind) => kind === row.cell("kind")) ?? "somebody",
      ]),
    ),
    persons: new Set(rows("persons").map((row) => row.cell("noun"))),
    words: readWordClasses(rows("words")),
    media: new Map(
      rows("documents").map((row) => [row.cell("noun"), { via: row.cell("via"), owner: ownerOf(row.cell("owner")) }]),
    ),
  };
}

function ownerOf(cell: string): Medium["owner"] {
  return cell === "sender" || cell === "issuer" || cell === "itself" ? cell : "place";
}

function entryOf(row: Row, column: string): CueEntry {
  const word = row.cell(column);
  const act = actOf(row.cell("act"));
  const objectCell = column === "verb" ? row.cell("object_act") : "";
  return {
    word,
    particle: column === "verb" && row.cell("particle") !== "" ? row.cell("particle").split(" ") : [],
    act,
    stance: stanceOf(row.cell("stance")),
    frames: new Set(row.list("frames").filter((f): f is Frame => FRAMES.has(f))),
    objectAct: objectCell === "" ? act : actOf(objectCell),
  };
}

function actOf(cell: string): Act {
  return cell === "belief" || cell === "intention" || cell === "perception" ? cell : "speech";
}

function stanceOf(cell: string): Stance {
  return cell === "denies" || cell === "doubts" || cell === "asks" || cell === "promises" ? cell : "asserts";
}

function verbForms(verb: string, written: readonly string[]): readonly (readonly [string, VerbForm])[] {
  if (written.length === 0) return IRREGULAR[verb] ?? regularForms(verb);
  return [verb, ...written].map((form) => [form, formOf(form.split(" ")[0] ?? form, verb)] as const);
}

/** Forms of the irregular light verbs; irregular cue verbs carry theirs in the table. */
const IRREGULAR: Readonly<Record<string, readonly (readonly [string, VerbForm])[]>> = {
  have: [["have", "base"], ["has", "present"], ["had", "past"], ["having", "ing"]],
  give: [["give", "base"], ["gives", "present"], ["gave", "past"], ["given", "past"], ["giving", "ing"]],
  make: [["make", "base"], ["makes", "present"], ["made", "past"], ["making", "ing"]],
  hold: [["hold", "base"], ["holds", "present"], ["held", "past"], ["holding", "ing"]],
  send: [["send", "base"], ["sends", "present"], ["sent", "past"], ["sending", "ing"]],
  pay: [["pay", "base"], ["pays", "present"], ["paid", "past"], ["paying", "ing"]],
  show: [["show", "base"], ["shows", "present"], ["showed", "past"], ["shown", "past"], ["showing", "ing"]],
  lend: [["lend", "base"], ["lends", "present"], ["lent", "past"], ["lending", "ing"]],
  throw: [["throw", "base"], ["throws", "present"], ["threw", "past"], ["thrown", "past"], ["throwing", "ing"]],
  withdraw: [["withdraw", "base"], ["withdraws", "present"], ["withdrew", "past"], ["withdrawn", "past"]],
}; // biome-ignore format: a verb a line

function verbIndex(rows: readonly Row[]): ReadonlyMap<string, readonly VerbCue[]> {
  const index = new Map<string, VerbCue[]>();
  for (const row of rows) {
    const entry = entryOf(row, "verb");
    for (const [written, form] of verbForms(entry.word, row.list("forms"))) {
      const list = index.get(written) ?? [];
      if (!list.some((cue) => cue.entry === entry)) list.push({ entry, form });
      index.set(written, list);
    }
  }
  for (const list of index.values())
    list.sort((a, b) => b.entry.particle.length - a.entry.particle.length || (a.entry.word < b.entry.word ? -1 : 1));
  return index;
}

function nounIndex(rows: readonly Row[]): ReadonlyMap<string, CueEntry> {
  const index = new Map<string, CueEntry>();
  for (const row of rows) {
    const entry = entryOf(row, "noun");
    index.set(entry.word, entry);
    const plural = /[^aeiou]y$/.test(entry.word)
      ? `${entry.word.slice(0, -1)}ies`
      : /s$/.test(entry.word)
        ? entry.word
        : `${entry.word}s`;
    if (!index.has(plural)) index.set(plural, entry);
  }
  return index;
}
