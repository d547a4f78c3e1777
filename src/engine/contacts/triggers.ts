import type { Clause } from "./clause.js";
import type { ContactLexicon } from "./lexicon.js";
import { nounTrigger } from "./noun-triggers.js";
import { eachPartner } from "./partners.js";
import { isLive, type Trigger } from "./trigger.js";
import { verbTrigger } from "./verb-triggers.js";

/** Finds the passages of a sentence that tell of contacts, in order. */
export function findTriggers(clause: Clause, lexicon: ContactLexicon): readonly Trigger[] {
  const found: Trigger[] = [];
  const quoted = quotedTokens(clause);
  for (let at = 0; at < clause.tokens.length; at++) {
    if (quoted[at] === true) continue;
    const noun = nounTrigger(clause, at, lexicon);
    if (noun !== null) {
      if (!isSport(noun)) found.push(...(isLive(noun.channel) ? eachPartner(noun) : [noun]));
      at = noun.last;
      continue;
    }
    const verb = verbTrigger(clause, at, lexicon);
    if (verb !== null && !isSport(verb)) found.push(...eachPartner(verb));
  }
  return found;
}

/** “Italy visits Spain in the semi-final”: teams, not states. */
function isSport({ clause, parties }: Trigger): boolean {
  if (!clause.tokens.some((t) => clause.cues.sport.has(t.lower))) return false;
  return parties.every((p) => clause.actors.actors[p]?.kind !== "person");
}

/** Tokens inside quotation marks: what somebody says of contacts is not the report's own word. */
function quotedTokens(clause: Clause): readonly boolean[] {
  let open = false;
  return clause.tokens.map((token) => {
    if (token.text === "“" || token.text === "«") open = true;
    else if (token.text === "”" || token.text === "»") open = false;
    else if (token.text === '"' || token.text === "``" || token.text === "''") open = !open;
    return open;
  });
}
