import { PLOVER_EVENTS, type PloverEvent } from "../base/codes.js";
import { type Row, readTable, type TableSpec } from "../base/table.js";
import type { Condition } from "./frames.js";
import { SetPhrases } from "./set-phrases.js";
import { VerbFrames } from "./verb-frames.js";

/** What a passage is coded as. A CAMEO root with a star is made precise by what the act is about. */
export interface Coding {
  readonly event: PloverEvent;
  readonly mode: string | null;
  readonly cameo: string;
  /**
   * Where the recipient stands, first choice first: `obj`, `iobj`, a preposition, `owner`, `clause`, `content`; `each` for what all
   * do together, `counterpart` for the other side of the exchange told before, `needed` where no event is without one.
   */
  readonly recipient: readonly string[];
}

/** A verb in one of its uses. Without a coding the use tells no event, and keeps weaker frames from telling one. */
export interface VerbFrame {
  readonly coding: Coding | null;
  /** A use without a coding that keeps its noun and the model from telling one too: “held a campaign rally”. */
  readonly silent: boolean;
  readonly verb: string;
  /** “off” of “call off”; `null` for a plain verb. */
  readonly particle: string | null;
  readonly conditions: readonly Condition[];
  /** What they cannot do without (`frame-needs.ts`). */
  readonly needs: number;
  readonly weight: number;
}

/** A verb that only carries its noun: “express readiness”, “launch an attack”; `passive` ones turn the parties round. */
export interface LightVerb {
  readonly kinds: ReadonlySet<string>;
  readonly voice: "active" | "passive";
}

/** A noun that, carried by a light verb of the kind, tells an event. */
export interface NounFrame extends Coding {
  readonly kind: string;
}

/** What the content of an act makes of it: “refuse” with content `meet` is REJECT meet 125. */
export interface ContentCode {
  readonly event: PloverEvent;
  readonly mode: string | null;
  readonly cameo: string;
}

/** What a governing verb makes of the clause under it. */
export type Governance =
  | "report"
  | "aspect"
  | "perform"
  | "intend"
  | "wish"
  | "end"
  | "fail"
  | "deny"
  | "decide"
  | "content";

/** What the event stage knows. */
export interface EventLexicon {
  /** Frames by verb lemma, the most demanding first. */
  readonly verbs: Pick<VerbFrames, "get" | "size">;
  readonly light: ReadonlyMap<string, LightVerb>;
  readonly nouns: ReadonlyMap<string, readonly NounFrame[]>;
  /** Classes of a noun. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Content class of a word; of “end verb” where the word means it only as a verb. */
  readonly contents: ReadonlyMap<string, string>;
  /** By root and content class, blank between. */
  readonly contentCodes: ReadonlyMap<string, ContentCode>;
  readonly governors: ReadonlyMap<string, Governance>;
  /** What ending, planning or refusing an event is, by the kind of change and the event, blank between. */
  readonly reversals: ReadonlyMap<string, ContentCode>;
  readonly contexts: ReadonlyMap<string, readonly string[]>;
  /** Base forms of irregular pasts. */
  readonly pasts: ReadonlyMap<string, string>;
  /** Expressions of several words, and rare words, that tell an event: no frame's, but what the model is told beside its networks. */
  readonly phrases: SetPhrases;
  /** Events that a noun with “the” may take up, none for any. */
  readonly anaphors: ReadonlyMap<string, readonly string[]>;
}

const events: ReadonlySet<string> = new Set(PLOVER_EVENTS);
const GOVERNANCE: readonly Governance[] = [
  "report",
  "aspect",
  "perform",
  "intend",
  "wish",
  "end",
  "fail",
  "deny",
  "decide",
  "content",
];
const KINDS = new Set(["do", "say", "give", "put", "harm"]);
const SPECS: Readonly<Record<string, TableSpec>> = {
  anaphors: { columns: ["noun", "events", "source"], keys: 1 },
  classes: { columns: ["class", "noun", "source"], keys: 2 },
  "content-codes": {
    columns: ["root", "content", "event", "mode", "cameo", "source"],
    keys: 2,
    codes: { event: events },
  },
  contents: { columns: ["word", "as", "content", "source"], keys: 2, codes: { as: new Set(["", "verb"]) } },
  contexts: { columns: ["word", "context", "source"], keys: 1 },
  groups: { columns: ["group", "verb", "source"], keys: 2 },
  "light-verbs": {
    columns: ["verb", "kind", "voice", "source"],
    keys: 1,
    codes: { kind: KINDS, voice: new Set(["active", "passive"]) },
  },
  modality: { columns: ["word", "governs", "source"], keys: 1, codes: { governs: new Set(GOVERNANCE) } },
  nouns: {
    columns: ["noun", "kind", "event", "mode", "cameo", "recipient", "source"],
    keys: 2,
    codes: { event: events, kind: KINDS },
  },
  pasts: { columns: ["form", "verb", "source"], keys: 1 },
  phrases: { columns: ["phrase", "event", "cameo", "source"], keys: 2, codes: { event: events } },
  reversals: {
    columns: ["change", "of", "event", "mode", "cameo", "source"],
    keys: 2,
    codes: { of: events, event: events },
  },
  verbs: {
    columns: ["verb", "frame", "event", "mode", "cameo", "recipient", "source"],
    keys: 2,
    codes: { event: new Set([...events, ""]) },
  },
};

/**
 * Builds the lexicon from the tables under `data/frames/`; set phrases, which most runs never ask for, when they are first looked
 * for.
 *
 * @throws DataError naming file and line where a table breaks its rules.
 */
export function makeEventLexicon(tables: ReadonlyMap<string, string>): EventLexicon {
  const reading = (name: string): (() => readonly Row[]) => {
    const [text, spec] = [tables.get(`frames/${name}.tsv`), SPECS[name]];
    return () => (text === undefined || spec === undefined ? [] : readTable(`data/frames/${name}.tsv`, text, spec));
  };
  const rows = (name: string): readonly Row[] => reading(name)();
  const classes = new Map<string, Set<string>>();
  for (const row of rows("classes")) put(classes, row.cell("noun"), new Set<string>()).add(row.cell("class"));
  const nouns = new Map<string, NounFrame[]>();
  for (const row of rows("nouns"))
    for (const kind of row.list("kind")) put(nouns, row.cell("noun"), []).push({ kind, ...codingOf(row) });
  const reversed = rows("reversals").map((row): [string, ContentCode] => [
    `${row.cell("change")} ${row.cell("of")}`,
    codeOf(row),
  ]);
  return {
    verbs: new VerbFrames(rows("verbs"), rows("groups"), (row) => (row.cell("event") === "" ? null : codingOf(row))),
    light: new Map(
      rows("light-verbs").map((r) => [
        r.cell("verb"),
        { kinds: new Set(r.list("kind")), voice: r.cell("voice") === "passive" ? "passive" : "active" },
      ]),
    ),
    nouns,
    classes,
    contents: new Map(
      rows("contents").map((r) => [
        r.cell("as") === "" ? r.cell("word") : `${r.cell("word")} ${r.cell("as")}`,
        r.cell("content"),
      ]),
    ),
    contentCodes: new Map(rows("content-codes").map((r) => [`${r.cell("root")} ${r.cell("content")}`, codeOf(r)])),
    governors: new Map(
      rows("modality").map((r) => [r.cell("word"), GOVERNANCE.find((g) => g === r.cell("governs")) ?? "content"]),
    ),
    phrases: new SetPhrases(reading("phrases")),
    reversals: new Map(reversed),
    contexts: new Map(rows("contexts").map((r) => [r.cell("word"), r.list("context")])),
    anaphors: new Map(rows("anaphors").map((r) => [r.cell("noun"), r.list("events")])),
    pasts: new Map(rows("pasts").map((r) => [r.cell("form"), r.cell("verb")])),
  };
}

function put<T>(map: Map<string, T>, key: string, fresh: T): T {
  const known = map.get(key);
  if (known === undefined) map.set(key, fresh);
  return known ?? fresh;
}

function codingOf(row: Row): Coding {
  return { ...codeOf(row), recipient: row.list("recipient") };
}

function codeOf(row: Row): ContentCode {
  const event = PLOVER_EVENTS.find((e) => e === row.cell("event"));
  if (event === undefined) throw new TypeError(`unknown event ${row.cell("event")}`); // the table's codes were checked on reading
  return { event, mode: row.cell("mode") === "" ? null : row.cell("mode"), cameo: row.cell("cameo") };
}
