import { byCodeUnit } from "../base/span.js";
import type { EventLexicon } from "./lexicon.js";
import type { Told } from "./told.js";

const STATE: ReadonlySet<string> = new Set(["GOV", ""]);

/** PLOVER contexts of an event, read from the words of its passages; acts between governments are diplomatic. */
export function contextsOf(all: readonly Told[], lexicon: EventLexicon): readonly string[] {
  const found = new Set<string>();
  for (const { clause, span } of all)
    for (const [index, token] of clause.tokens.entries()) {
      if (token.start < span[0] || token.end > span[1]) continue;
      const lemma = token.lemma.toLowerCase();
      const before = clause.tokens[index - 1]?.lemma.toLowerCase() ?? "";
      for (const context of lexicon.contexts.get(`${before} ${lemma}`) ?? lexicon.contexts.get(lemma) ?? [])
        found.add(context);
    }
  const [lead] = all;
  if (lead !== undefined && betweenStates(lead)) found.add("diplomatic");
  return [...found].sort(byCodeUnit);
}

function betweenStates({ clause, actor, recipient, event }: Told): boolean {
  if (!["AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "CONCEDE", "SANCTION"].includes(event)) return false;
  const parties = [...actor, ...recipient].map((p) => clause.actors.actors[p]);
  const codes = new Set(
    parties.filter((p) => p !== undefined && p.code !== null && STATE.has(p.sector[0] ?? "")).map((p) => p?.code),
  );
  return codes.size > 1;
}
