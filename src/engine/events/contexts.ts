import { CONTEXTS } from "../base/contexts.js";
import { OverlapIndex } from "../base/overlap-index.js";
import { byCodeUnit } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import type { EventLexicon } from "./lexicon.js";
import type { ContextScores, Relater } from "./relate/index.js";
import type { Told } from "./told.js";
import type { CodedEvent } from "./types.js";

const STATE: ReadonlySet<string> = new Set(["GOV", ""]);

/**
 * PLOVER contexts of an event: what its passages are about on the mean, by the trained model, and without one the words of
 * the table in them; acts between governments are diplomatic.
 */
export function contextsOf(
  all: readonly Told[],
  lexicon: EventLexicon,
  relations: Pick<Relater, "contexts"> | null,
): readonly string[] {
  const found = new Set(learnt(all, relations) ?? listed(all, lexicon));
  const [lead] = all;
  if (lead !== undefined && betweenStates(lead)) found.add("diplomatic");
  return [...found].sort(byCodeUnit);
}

/** The same for events that were not read from a clause: by the sentences of their evidence, besides what they have. */
export function withContexts(
  events: readonly CodedEvent[],
  sentences: readonly Sentence[],
  relations: Pick<Relater, "contexts"> | null,
): readonly CodedEvent[] {
  const index = new OverlapIndex(sentences.map(({ span }) => span));
  return events.map((event) => {
    const told = index.overlapping(event.evidence).flatMap((at) => sentences[at] ?? []);
    const found = likely(told.flatMap((s) => relations?.contexts(s.tokens, event.event, event.cameo) ?? []));
    return { ...event, context: [...new Set([...event.context, ...(found ?? [])])].sort(byCodeUnit) };
  });
}

function learnt(all: readonly Told[], relations: Pick<Relater, "contexts"> | null): readonly string[] | null {
  const passages = new Map(all.map((told) => [told.clause.sentence, told] as const));
  return likely(
    [...passages].flatMap(([{ tokens }, told]) => relations?.contexts(tokens, told.event, told.cameo) ?? []),
  );
}

/** What is likely enough on the mean of some sentences; `null` without any. */
function likely(scores: readonly ContextScores[]): readonly string[] | null {
  if (scores.length === 0) return null;
  return CONTEXTS.filter((_, i) => {
    const mean = scores.reduce((sum, { chances }) => sum + (chances[i] ?? 0), 0) / scores.length;
    return mean >= (scores[0]?.threshold ?? 1);
  });
}

function listed(all: readonly Told[], lexicon: EventLexicon): readonly string[] {
  return all.flatMap(({ clause, span }) =>
    clause.tokens.flatMap((token, index) => {
      if (token.start < span[0] || token.end > span[1]) return [];
      const lemma = token.lemma.toLowerCase();
      const before = clause.tokens[index - 1]?.lemma.toLowerCase() ?? "";
      return lexicon.contexts.get(`${before} ${lemma}`) ?? lexicon.contexts.get(lemma) ?? [];
    }),
  );
}

function betweenStates({ clause, actor, recipient, event }: Told): boolean {
  if (!["AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "CONCEDE", "SANCTION"].includes(event)) return false;
  const parties = [...actor, ...recipient].map((p) => clause.actors.actors[p]);
  const codes = new Set(
    parties.filter((p) => p !== undefined && p.code !== null && STATE.has(p.sector[0] ?? "")).map((p) => p?.code),
  );
  return codes.size > 1;
}
