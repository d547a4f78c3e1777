import { bySpan, type Span } from "../base/span.js";
import type { Draft } from "./draft.js";
import type { Phrase } from "./phrase.js";
import type { Actor, ActorTable, Mention, MentionKind, PlaceMention } from "./types.js";

/** A phrase with those it means. */
export interface FoundMention {
  readonly phrase: Phrase;
  readonly span: Span;
  readonly kind: MentionKind;
  readonly drafts: readonly Draft[];
}

/** Writes what was found as the stage's answer: actors numbered by their first mention. */
export function buildTable(
  found: readonly FoundMention[],
  places: readonly PlaceMention[],
  sentences: number,
): ActorTable {
  const order = new Map<Draft, number>();
  const sorted = [...found].sort((a, b) => bySpan(a.span, b.span));
  for (const mention of sorted) for (const draft of mention.drafts) if (!order.has(draft)) order.set(draft, order.size);
  const actors = [...order].map(([draft, index]) => actorOf(draft, index));
  const mentions: Mention[] = sorted.map(({ phrase, span, kind, drafts }) => ({
    span,
    sentence: phrase.sentence,
    first: phrase.first,
    last: phrase.last,
    head: phrase.head,
    kind,
    actors: drafts.map((d) => order.get(d) ?? 0),
    why: drafts.map((d) => d.why).join("; "),
  }));
  const bySentence: Mention[][] = Array.from({ length: sentences }, () => []);
  for (const mention of mentions) bySentence[mention.sentence]?.push(mention);
  return { actors, mentions, places, inSentence: (sentence) => bySentence[sentence] ?? [] };
}

export function kindOf(phrase: Phrase): MentionKind {
  if (phrase.kind === "pronoun") return "pronoun";
  if (phrase.name !== null || phrase.kind === "country" || phrase.kind === "agency") return "name";
  if (phrase.kind === "person") return phrase.titles.some((t) => t.use === "role") ? "description" : "title";
  if (phrase.kind === "body") return phrase.entry !== null && phrase.entry.kind === "pattern" ? "description" : "name";
  return "description";
}

function actorOf(draft: Draft, index: number): Actor {
  const { name, kind, code, sector, office, officeKey, wikidata, gender, born, role, why } = draft;
  return { index, name, kind, code, sector, office, officeKey, wikidata, gender, born, role, why };
}
