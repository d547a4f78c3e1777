import { CHANNELS, type Channel } from "../base/codes.js";
import { type Row, readTable, type TableSpec } from "../base/table.js";
import { LemmaIndex } from "../language/lemma-index.js";
import { CUE_CLASSES, type Cues, makeCues } from "./cues.js";

/** How a verb takes its parties: after a preposition, as its object, or all as its subject. */
export interface VerbFrame {
  readonly lemma: string;
  readonly prepositions: ReadonlySet<string>;
  readonly object: boolean;
  /** Preposition that must follow the object (“welcomed X to …”); `null` for none. */
  readonly after: "to" | "at" | null;
  readonly both: boolean;
  readonly channel: Channel;
  /** Whether the verb itself says the channel (“telephoned”, “met”); “spoke” does not. */
  readonly stated: boolean;
  /** A greeting (“congratulated”): a message where no live contact carried it. */
  readonly weak: boolean;
  /** A contact only where the sentence says by which way (“discussed trade by phone”). */
  readonly hinted: boolean;
}

/** Where something takes place. */
export interface Place {
  readonly name: string;
  readonly country: string;
}

/** What the contact stage knows. */
export interface ContactLexicon {
  readonly verbs: LemmaIndex<VerbFrame>;
  readonly nouns: LemmaIndex<Channel>;
  readonly hints: LemmaIndex<Channel>;
  readonly occasions: LemmaIndex<string>;
  /** Gatherings that always meet at one place: “Munich Security Conference”. */
  readonly gatherings: LemmaIndex<Place>;
  readonly topics: LemmaIndex<true>;
  readonly commitments: LemmaIndex<"agreed" | "reaffirmed" | "offered">;
  readonly cues: Cues;
}

const channels: ReadonlySet<string> = new Set(CHANNELS);
const statuses: ReadonlySet<string> = new Set(["agreed", "reaffirmed", "offered"]);
const SPECS: Readonly<Record<string, TableSpec>> = {
  cues: { columns: ["class", "word", "source"], keys: 2, codes: { class: new Set(CUE_CLASSES) } },
  verbs: { columns: ["lemma", "frame", "channel", "strength", "source"], keys: 1, codes: { channel: channels } },
  nouns: { columns: ["phrase", "channel", "source"], keys: 1, codes: { channel: channels } },
  hints: { columns: ["phrase", "channel", "source"], keys: 1, codes: { channel: channels } },
  gatherings: { columns: ["phrase", "place", "country", "source"], keys: 1 },
  occasions: { columns: ["phrase", "label", "source"], keys: 1 },
  topics: { columns: ["phrase", "source"], keys: 1 },
  commitments: { columns: ["phrase", "status", "source"], keys: 1, codes: { status: statuses } },
};

/**
 * Builds the lexicon from the tables under `data/contacts/`.
 *
 * @throws DataError naming file and line where a table breaks its rules.
 */
export function makeContactLexicon(tables: ReadonlyMap<string, string>): ContactLexicon {
  const rows = (name: string): readonly Row[] => {
    const [text, spec] = [tables.get(`contacts/${name}.tsv`), SPECS[name]];
    return text === undefined || spec === undefined ? [] : readTable(`data/contacts/${name}.tsv`, text, spec);
  };
  const verbs = new LemmaIndex<VerbFrame>();
  for (const row of rows("verbs")) verbs.add(row.cell("lemma"), frameOf(row));
  const channelIndex = (name: string): LemmaIndex<Channel> => {
    const index = new LemmaIndex<Channel>();
    for (const row of rows(name)) index.add(row.cell("phrase"), channelOf(row.cell("channel")));
    return index;
  };
  const gatherings = new LemmaIndex<Place>();
  for (const row of rows("gatherings"))
    gatherings.add(row.cell("phrase"), { name: row.cell("place"), country: row.cell("country") });
  const occasions = new LemmaIndex<string>();
  for (const row of rows("occasions")) occasions.add(row.cell("phrase"), row.cell("label"));
  const topics = new LemmaIndex<true>();
  for (const row of rows("topics")) topics.add(row.cell("phrase"), true);
  const commitments = new LemmaIndex<"agreed" | "reaffirmed" | "offered">();
  for (const row of rows("commitments")) {
    const status = row.cell("status");
    commitments.add(row.cell("phrase"), status === "reaffirmed" || status === "offered" ? status : "agreed");
  }
  return {
    verbs,
    nouns: channelIndex("nouns"),
    hints: channelIndex("hints"),
    occasions,
    gatherings,
    topics,
    commitments,
    cues: makeCues(rows("cues")),
  };
}

function frameOf(row: Row): VerbFrame {
  const parts = row.list("frame");
  const object = parts.find((p) => p.startsWith("obj")) ?? null;
  return {
    lemma: row.cell("lemma"),
    prepositions: new Set(parts.filter((p) => p !== "both" && !p.startsWith("obj"))),
    object: object !== null,
    after: object === "obj-to" ? "to" : object === "obj-at" ? "at" : null,
    both: parts.includes("both"),
    stated: row.cell("strength") === "stated",
    weak: row.cell("strength") === "greeting",
    hinted: row.cell("strength") === "hinted",
    channel: channelOf(row.cell("channel")),
  };
}

function channelOf(cell: string): Channel {
  const found = CHANNELS.find((c) => c === cell);
  if (found === undefined) throw new TypeError(`unknown channel ${cell}`); // the table's codes were checked on reading
  return found;
}
