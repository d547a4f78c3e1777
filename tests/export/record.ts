import { type EventRecord, type ReadoutRecord, recordSchema } from "../../src/engine/record.js";

const TEXT = "A meets B\n\nRussian President Vladimir Putin telephoned Xi Jinping on Tuesday. “We agreed,” he said.";
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

export const EVENT: EventRecord = {
  id: "e1",
  event: "CONSULT",
  mode: "phone",
  context: ["diplomatic"],
  quad: 1,
  score: 1.5,
  cameo: "041",
  actor: ["a1", "a2"],
  recipient: [],
  date: { value: "2021-10-05", why: "Tuesday" },
  status: "happened",
  negated: false,
  evidence: [at("Russian President Vladimir Putin telephoned Xi Jinping on Tuesday.")],
  claims: [],
  why: "a telephone call that was held",
  confidence: 0.95,
};

/** A small record made by hand, with some parts changed. */
export function record(
  changes: {
    readonly document?: Partial<ReadoutRecord["document"]>;
    readonly events?: readonly Partial<EventRecord>[];
    readonly name?: string;
    readonly actors?: [];
  } = {},
): ReadoutRecord {
  return recordSchema.parse({
    document: {
      id: "d",
      hash: "0".repeat(64),
      title: "A meets B",
      outlet: null,
      url: null,
      agency: "TASS",
      byline: null,
      dateline: null,
      published: {
        value: "2021-10-06",
        earliest: "2021-10-06",
        latest: "2021-10-06",
        basis: "metadata",
        why: "given with the article",
      },
      language: "en",
      translation: null,
      text: TEXT,
      repairs: [],
      notices: [],
      ...changes.document,
    },
    actors: changes.actors ?? [
      {
        id: "a1",
        name: changes.name ?? "Vladimir Putin",
        kind: "person",
        code: "RUS",
        sector: ["GOV"],
        office: "President of Russia",
        wikidata: "Q7747",
        why: "by name",
        mentions: [
          { span: at("Russian President Vladimir Putin"), text: "Russian President Vladimir Putin", kind: "name" },
        ],
      },
      {
        id: "a2",
        name: "Xi Jinping",
        kind: "person",
        code: "CHN",
        sector: [],
        office: null,
        wikidata: null,
        why: "by name",
        mentions: [{ span: at("Xi Jinping"), text: "Xi Jinping", kind: "name" }],
      },
    ],
    dates: changes.actors
      ? []
      : [
          {
            span: at("Tuesday"),
            text: "Tuesday",
            type: "DATE",
            value: "2021-10-05",
            why: "the Tuesday before",
            confidence: 0.9,
          },
        ],
    claims: changes.actors
      ? []
      : [
          {
            id: "c1",
            kind: "direct",
            act: "speech",
            content: at("“We agreed,”"),
            cue: null,
            source: null,
            speaker: "a1",
            addressee: null,
            stance: "asserts",
            chain: [],
            why: "quoted",
            confidence: 0.9,
          },
        ],
    events: (changes.events ?? [{}]).map((event, i) => ({ ...EVENT, id: `e${i + 1}`, ...event })),
    contacts: [],
  });
}
