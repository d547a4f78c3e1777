import { bySpan, type Span } from "../base/span.js";
import type { Draft } from "./draft.js";
import { isLeader } from "./offices.js";
import type { Phrase, TitleEntry } from "./phrase.js";
import type { Actor, ActorTable, Mention, MentionKind, PlaceMention, StandIn } from "./types.js";

/** A phrase with those it means. */
export interface FoundMention {
  readonly phrase: Phrase;
  readonly span: Span;
  readonly kind: MentionKind;
  readonly drafts: readonly Draft[];
}

/** A phrase with the actor it may stand for. */
export interface FoundStandIn extends Omit<StandIn, "actor"> {
  readonly draft: Draft;
}

/** Writes what was found as the stage's answer: actors numbered by their first mention, those only stood for last. */
export function buildTable(
  found: readonly FoundMention[],
  places: readonly PlaceMention[],
  stood: readonly FoundStandIn[],
  sentences: number,
  voice: Draft | null,
): ActorTable {
  const order = new Map<Draft, number>();
  const sorted = [...found].sort((a, b) => bySpan(a.span, b.span));
  for (const mention of sorted) for (const draft of mention.drafts) if (!order.has(draft)) order.set(draft, order.size);
  const named = order.size;
  if (voice !== null && !order.has(voice)) order.set(voice, order.size);
  for (const { draft } of stood) if (!order.has(draft)) order.set(draft, order.size);
  const actors = [...order].map(([draft, index]) => actorOf(draft, index, index >= named));
  const standIns = stood.map(({ draft, ...rest }) => ({ ...rest, actor: order.get(draft) ?? 0 }));
  const mentions: Mention[] = sorted.map(({ phrase, span, kind, drafts }) => ({
    span,
    sentence: phrase.sentence,
    first: phrase.first,
    last: phrase.last,
    head: phrase.head,
    kind,
    titles: titlesHeld(phrase),
    actors: drafts.map((d) => order.get(d) ?? 0),
    why: drafts.map((d) => d.why).join("; "),
  }));
  const bySentence: Mention[][] = Array.from({ length: sentences }, () => []);
  for (const mention of mentions) bySentence[mention.sentence]?.push(mention);
  const inSentence = (sentence: number): readonly Mention[] => bySentence[sentence] ?? [];
  return { actors, mentions, places, standIns, inSentence, voice: voice === null ? null : (order.get(voice) ?? null) };
}

function titlesHeld({ titles, former, deputy, countries }: Phrase): readonly TitleEntry[] {
  if (former) return [];
  return titles.slice(deputy ? 1 : 0).filter((title) => countries.length > 0 || !isLeader(title)); // “Labour leader”
}

export function kindOf(phrase: Phrase): MentionKind {
  if (phrase.kind === "pronoun") return phrase.det === "the" ? "description" : "pronoun"; // “the latter”
  if (phrase.kind === "country" && phrase.countries.length === 0) return "description";
  if (phrase.name !== null || phrase.kind === "country" || phrase.kind === "agency") return "name";
  if (phrase.kind === "person") return phrase.titles.some((t) => t.use === "role") ? "description" : "title";
  if (phrase.kind === "body") return phrase.entry !== null && phrase.entry.kind === "pattern" ? "description" : "name";
  return "description";
}

function actorOf(draft: Draft, index: number, latent: boolean): Actor {
  const { name, kind, code, sector, office, officeKey, wikidata, gender, born, role, why } = draft;
  return { index, name, kind, code, sector, office, officeKey, wikidata, gender, born, role, latent, why };
}
