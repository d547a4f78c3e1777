import type { ActorTable } from "../actors/types.js";
import { OverlapIndex } from "../base/overlap-index.js";
import type { Span } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import { clauseOf } from "./clause.js";
import type { ContactFacts } from "./consult.js";
import { codeByContent, contentAt } from "./content.js";
import type { EventLexicon } from "./lexicon.js";
import type { CodedEvent } from "./types.js";

/** What must be known of a contact to say what was agreed in it. */
export interface AgreedFacts {
  readonly status: ContactFacts["status"];
  readonly background: boolean;
  readonly commitments: readonly {
    readonly span: Span;
    readonly evidence: readonly Span[];
    readonly by: readonly number[];
    readonly status: "agreed" | "reaffirmed" | "offered";
  }[];
}

const CONFIDENCE = 0.7; // below an agreement whose sentence names who agrees

/**
 * The agreements of held contacts that no event tells: “It was agreed to keep in touch”, “An agreement was reached to …” name
 * nobody, and the contact says who they are.
 *
 * @param told The events that frames and model found.
 */
export function agreedEvents(
  contacts: readonly AgreedFacts[],
  told: readonly CodedEvent[],
  sentences: readonly Sentence[],
  actors: ActorTable,
  lexicon: EventLexicon,
): readonly CodedEvent[] {
  const words = new OverlapIndex(told.filter((e) => SETTLING.has(e.event)).flatMap((e) => e.evidence));
  const places = new OverlapIndex(sentences.map((s) => s.span));
  const held = contacts.filter((contact) => contact.status === "held" && !contact.background);
  return held.flatMap(({ commitments }) =>
    commitments.flatMap(({ span, evidence, by, status }) => {
      if (status !== "agreed" || by.length < 2 || words.overlapping(evidence).length > 0) return [];
      const [at] = places.overlapping([span]);
      const sentence = at === undefined ? undefined : sentences[at];
      const code = sentence === undefined ? null : codeOf(sentence, span, actors, lexicon);
      return code === null ? [] : [{ ...AGREEMENT, cameo: code, actor: by, evidence }];
    }),
  );
}

/** Events by which a sentence tells already what its agreement came to. */
const SETTLING: ReadonlySet<string> = new Set(["AGREE", "SUPPORT", "REQUEST", "RETREAT", "CONCEDE"]);

const AGREEMENT = {
  event: "AGREE",
  mode: null,
  context: [],
  recipient: [],
  date: null,
  status: "happened",
  negated: false,
  through: [],
  claims: [],
  why: "agreed in a contact, by those who took part in it",
  confidence: CONFIDENCE,
} as const;

/** The CAMEO code of agreeing to what stands in a span: the one its words give, 030 where they tell nothing more. */
function codeOf(sentence: Sentence, [start, end]: Span, actors: ActorTable, lexicon: EventLexicon): string | null {
  const clause = clauseOf(sentence, actors);
  const inside = (index: number): boolean => {
    const token = clause.tokens[index];
    return token !== undefined && token.start >= start && token.end <= end;
  };
  const head = clause.tokens.find((t) => inside(t.index) && !inside(clause.tree.heads[t.index] ?? -1));
  const content = contentAt(clause, head?.index ?? null, lexicon);
  return codeByContent("AGREE 03", content, lexicon)?.cameo ?? null;
}
