import type { Span } from "../base/span.js";
import type { Token } from "../language/types.js";
import { WEEKDAY } from "./circumstances.js";
import type { Clause } from "./clause.js";
import type { Topic } from "./types.js";

const MAX_LABEL = 160; // code units: a topic is a phrase; what is longer is a sentence

/** The topic that the words from a token on name, as far as `to`; `null` where they name none. */
export function topicOf(clause: Clause, from: number, to: number, text: string): Topic | null {
  const { tokens, cues, sentence } = clause;
  let [first, last] = [from, asideAt(clause, from, to) - 1];
  while (first <= last && leadsIn(tokens[first], cues.lead)) first++;
  first = behindAmount(clause, first, last);
  while (last >= first && /^(?:,|and|with|to|the|today|yesterday)$/.test(tokens[last]?.lower ?? "")) last--;
  last = withoutTime(tokens, first, last, cues.measure);
  const [a, b] = [tokens[first], tokens[last]];
  if (a === undefined || b === undefined || last < first) return null;
  if (a.xpos === "PRP" || (a.xpos === "DT" && sentence.tree.relation(first) !== "det")) return null; // “discussed this at length”
  if (!tokens.slice(first, last + 1).some((t) => t.upos === "NOUN" || t.upos === "PROPN")) return null;
  if (isSpan(tokens, first, last, cues.measure)) return null;
  if (isPointer(clause, first, last) || tokens[to]?.text === ":") return null; // “these matters: the dam, the road”
  const end = tokens.slice(first, last + 1).findLast((t) => t.end <= a.start + MAX_LABEL && (t === b || /^(?:NOUN|PROPN)$/.test(t.upos))); // biome-ignore format: one line reads best
  if (end === undefined) return null;
  const span: Span = [a.start, end.end];
  return { label: text.slice(...span), span, context: [] };
}

/** “[a wide range of] questions of trade”, “[other issues related to] wheat”: how much of it is talked about. */
function behindAmount({ tokens, cues }: Pick<Clause, "tokens" | "cues">, from: number, last: number): number {
  const skip = (at: number): number => {
    while (at <= last && leadsIn(tokens[at], cues.lead)) at++;
    return at;
  };
  const noun = tokens[from]?.upos === "ADJ" ? from + 1 : from;
  const word = tokens[noun]?.lower ?? "";
  const of = tokens[noun + 1];
  if (word === "number" && tokens[from - 1]?.lower === "the") return from; // “the number of ships” is a topic
  if (noun + 2 > last || of === undefined) return from;
  if (cues.amount.has(word) && of.lower === "of") return behindAmount({ tokens, cues }, skip(noun + 2), last);
  if (
    noun > from &&
    /^issues?$/.test(word) &&
    (of.lower === "of" || (cues.lead.has(of.lower) && /(?:ed|ing)$/.test(of.lower)))
  )
    return skip(noun + 1);
  return from;
}

/** “this issue”, “these proposals”, “many issues”: words that only point to what was talked about. */
function isPointer({ tokens, cues }: Clause, first: number, last: number): boolean {
  const head = tokens[last];
  if (last === first || head?.upos !== "NOUN") return false;
  const before = tokens.slice(first, last);
  const [only, ...more] = before;
  if (more.length === 0 && only?.upos === "DET" && /^(?:this|that|these|those)$/.test(only.lower)) return true;
  return before.every((t) => cues.vague.has(t.lower)) && (cues.bare.has(head.lower) || cues.lead.has(head.lower));
}

/** Words before a topic that are none of it: “[about the] dam”, “[issues related to] wheat”. */
function leadsIn(token: Token | undefined, lead: ReadonlySet<string>): boolean {
  if (token === undefined) return false;
  return token.upos === "ADP" || /^(?:,|and|or|to|that|of)$/.test(token.lower) || lead.has(token.lower);
}

/** “unity [in the face of war]”, “trade [ahead of the summit]”: why and when, behind a topic; `to` where there is none. */
function asideAt({ tokens, cues }: Clause, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const aside = tokens[at]?.upos === "NOUN" ? null : cues.aside.match(tokens, at);
    if (aside !== null && aside.last < to) return at;
  }
  return to;
}

/** “for over seven decades”: how long, no topic. */
function isSpan(tokens: readonly Token[], first: number, last: number, measure: ReadonlySet<string>): boolean {
  if (!measure.has(tokens[last]?.lower ?? "")) return false;
  return tokens.slice(first, last).every((t) => /^(?:NUM|ADV|ADP|DET|ADJ)$/.test(t.upos)) && last > first;
}

/** “the dam [within four months]”, “trade [on Thursday]”: when, no part of what. */
function withoutTime(tokens: readonly Token[], first: number, last: number, measure: ReadonlySet<string>): number {
  const word = (back: number): string => tokens[last - back]?.lower ?? "";
  if (WEEKDAY.test(word(0)) && word(1) === "on") return Math.max(first, last - (word(2) === "late" ? 3 : 2));
  if (/^(?:this|last|next)$/.test(word(1)) && /^(?:week|month|year)$/.test(word(0))) return Math.max(first, last - 2);
  if (measure.has(word(0)) && word(2) === "within") return Math.max(first, last - 3);
  return last;
}
