import type { Actor, ActorTable, Mention } from "./actors/types.js";
import { bySpan } from "./base/span.js";
import type { Claim } from "./claims/types.js";
import type { Sentence, Token } from "./language/types.js";

const FIRST = /^(?:i|me|my|mine|myself)$/;
const SECOND = /^(?:you|your|yours|yourself)$/;

/**
 * Adds the pronouns of quoted words to the mentions: “I” is whoever speaks them, “you” whom they are addressed to. The
 * stages before read quoted words as their speaker's, so that these mentions are the record's alone.
 */
export function withQuotedPersons(
  table: ActorTable,
  claims: readonly Claim[],
  sentences: readonly Sentence[],
  text: string,
): ActorTable {
  const quoted = claims.filter((c) => c.kind !== "indirect" && c.act === "speech" && c.speaker !== null);
  if (quoted.length === 0) return table;
  const taken = new Set(
    table.mentions.filter((m) => m.kind === "pronoun" && m.actors.length > 0).map((m) => m.span[0]),
  );
  const added: Mention[] = [];
  for (const sentence of sentences)
    for (const token of sentence.tokens) {
      const first = FIRST.test(token.lower);
      if ((!first && !SECOND.test(token.lower)) || taken.has(token.start)) continue;
      const claim = innermost(quoted, token, text);
      const who = table.actors[(first ? claim?.speaker : claim?.addressee) ?? -1];
      if (who !== undefined && isSomeone(who)) added.push(pronoun(sentence, token, who, first));
    }
  if (added.length === 0) return table;
  const known = table.mentions.filter((m) => !added.some((a) => a.span[0] === m.span[0] && m.kind === "pronoun"));
  const mentions = [...known, ...added].sort((a, b) => a.sentence - b.sentence || bySpan(a.span, b.span));
  return { ...table, mentions, inSentence: (index) => mentions.filter((m) => m.sentence === index) };
}

/** The claim in whose quoted words a token stands, the narrowest of several. */
function innermost(quoted: readonly Claim[], token: Token, text: string): Claim | undefined {
  let best: Claim | undefined;
  const length = ({ content }: Claim): number => content[1] - content[0];
  for (const claim of quoted) {
    const [start, end] = claim.content;
    if (token.start < start || token.end > end || (best !== undefined && length(best) <= length(claim))) continue;
    if (claim.kind === "direct" || insideMarks(text.slice(start, token.start))) best = claim;
  }
  return best;
}

/** Whether a quotation is open after these words. */
function insideMarks(before: string): boolean {
  const last = Math.max(before.lastIndexOf("“"), before.lastIndexOf("«"));
  if (last >= 0) return last > Math.max(before.lastIndexOf("”"), before.lastIndexOf("»"));
  return before.split('"').length % 2 === 0;
}

function isSomeone({ kind, role }: Actor): boolean {
  return (kind === "person" || kind === "unnamed") && role === "party";
}

function pronoun({ index }: Sentence, token: Token, who: Actor, first: boolean): Mention {
  return {
    span: [token.start, token.end],
    sentence: index,
    first: token.index,
    last: token.index,
    head: token.index,
    kind: "pronoun",
    actors: [who.index],
    why: first ? `the first person in the words of ${who.name}` : `the second person in words to ${who.name}`,
  };
}
