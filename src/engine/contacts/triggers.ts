import type { Token } from "../language/types.js";
import type { Clause } from "./clause.js";
import type { ContactLexicon } from "./lexicon.js";
import { nounTrigger } from "./noun-triggers.js";
import type { Trigger } from "./trigger.js";
import { verbTrigger } from "./verb-triggers.js";

/** Finds the passages of a sentence that tell of contacts, in order. */
export function findTriggers(clause: Clause, lexicon: ContactLexicon): readonly Trigger[] {
  const found: Trigger[] = [];
  const quoted = quotedTokens(clause);
  for (let at = 0; at < clause.tokens.length; at++) {
    if (quoted[at] === true) continue;
    const noun = nounTrigger(clause, at, lexicon);
    if (noun !== null) {
      if (!isSport(noun)) found.push(noun);
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

/** “met A on Monday and B on Tuesday”: one contact with each, on its own day. */
function eachPartner(trigger: Trigger): readonly Trigger[] {
  const { clause, parties, last } = trigger;
  const { tokens, mentions } = clause;
  const [subject] = parties;
  if (subject === undefined || parties.length < 2) return [trigger];
  for (const [k, mention] of mentions.entries()) {
    if (mention.first <= last + 1 || mention.first > last + 24) continue;
    const and = /^(?:with|to)$/.test(tokens[mention.first - 1]?.lower ?? "") ? mention.first - 2 : mention.first - 1;
    if (tokens[and]?.lower !== "and" || !isDay(tokens[and - 1]) || !hasDay(tokens, mention.last)) continue;
    const partner = mention.actors.find((a) => clause.actors.actors[a]?.kind === "person" && !parties.includes(a));
    if (partner === undefined || tokens.slice(last + 1, and).some((t) => t.upos === "VERB")) continue;
    const [from, to] = [mention.first, mentions[k]?.last ?? mention.last];
    return [trigger, { ...trigger, first: from, last: to, parties: [subject, partner], continues: true }];
  }
  return [trigger];
}

function isDay(token: Token | undefined): boolean {
  return /^(?:today|yesterday|\w+day)$/.test(token?.lower ?? "");
}

function hasDay(tokens: readonly Token[], last: number): boolean {
  return tokens.slice(last + 1, last + 5).some(isDay);
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
