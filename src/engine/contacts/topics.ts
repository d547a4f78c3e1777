import { bySpan } from "../base/span.js";
import { ancestors, childrenBy, FINITE, isPassive, subjectOf, subtree } from "../language/tree.js";
import type { Sentence, Token } from "../language/types.js";
import { headFrom, isElsewhere } from "./circumstances.js";
import type { Clause } from "./clause.js";
import { behindMarks, jointAt, opensClause, RELATIVES, STOPS, sourceFollows, subjectEnd } from "./clause-ends.js";
import type { ContactLexicon } from "./lexicon.js";
import { topicOf } from "./topic-labels.js";
import { isTail, splitAt } from "./topic-lists.js";
import type { Topic } from "./types.js";

/** Topics a sentence says were talked about. */
export function findTopics(clause: Clause, text: string, lexicon: ContactLexicon): readonly Topic[] {
  const topics: Topic[] = [];
  for (let at = 0; at < clause.tokens.length; at++) {
    const match = lexicon.topics.match(clause.tokens, at, (t) => isPassing(t) || lexicon.cues.fellow.has(t.lemma));
    const head = clause.tokens[at];
    if (match === null || head === undefined) continue;
    if (match.last === at && head.upos !== "VERB") continue;
    if (head.lemma === "address" && isAudience(clause, at + 1)) continue;
    const noun = clause.tokens[match.last]?.lower === "on" ? headFrom(clause.tokens, match.last + 1) : undefined;
    if (noun !== undefined && isElsewhere(clause, noun)) continue;
    if (isNegated(clause, at, match.last)) continue;
    if (head.upos === "VERB" ? isPassiveCue(clause, at) : isInName(clause, at, match.last)) continue;
    const from = afterChannel(clause, match.last + 1, lexicon);
    const end = head.upos === "NOUN" ? nounEnd(clause.sentence, at, from) : clause.tokens.length;
    topics.push(...topicsFrom(clause, from, end, text));
    at = match.last;
  }
  return [...topicsBefore(clause, text, lexicon), ...topics];
}

/** “pay [great] attention to”, “share [their] perspectives on”, “brief [Kovač] on”; “paid [no] attention to” tells of none. */
function isPassing({ upos, lower, xpos }: Token): boolean {
  return /^(?:ADV|ADJ|PROPN)$/.test(upos) || xpos === "PRP$" || (upos === "DET" && lower !== "no");
}

/** “did [not] touch on trade”, “[no] talks on trade”; “not only discussed trade” tells of it. */
function isNegated({ tokens }: Clause, at: number, last: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  return /^(?:not|n't|never)$/.test(before) || (before === "no" && last === at);
}

/** “addressed the Congress”: those who listen, no topic. */
function isAudience({ mentions, actors }: Clause, at: number): boolean {
  const next = mentions.find((m) => m.first === at);
  return next?.actors.some((a) => actors.actors[a]?.kind !== "country") === true;
}

/** Topics that stand before the words that raise them: “… were discussed”, “… was on the agenda”. */
function topicsBefore(clause: Clause, text: string, lexicon: ContactLexicon): readonly Topic[] {
  const { tokens, sentence } = clause;
  for (let at = 1; at < tokens.length; at++) {
    if (tokens[at]?.lemma !== "be") continue;
    let next = at + 1;
    while (tokens[next]?.upos === "ADV" || /^(?:been|among|to|be)$/.test(tokens[next]?.lower ?? "")) next++;
    const raised = tokens[next]?.xpos === "VBN" && clause.cues.raising.has(tokens[next]?.lemma ?? "");
    const passive = raised || isWorthSaying(clause, next);
    const listed =
      /^(?:table|agenda|focus|spotlight|centre|center)$/.test(tokens[next + 2]?.lower ?? "") ||
      tokens[next + 1]?.lower === "focus";
    const item = passive || listed ? null : itemAt(clause, next, lexicon);
    if (!passive && !listed && item === null) continue;
    const verb = passive ? next : at;
    if (childrenBy(sentence.tree, verb, "mark").some((m) => /^(?:if|whether)$/.test(tokens[m]?.lower ?? ""))) continue;
    const subject = subjectOf(sentence, verb) ?? (passive ? null : subjectOf(sentence, item ?? next));
    const first = subject === null ? 0 : Math.min(subject, ...subtree(sentence, subject));
    return topicsFrom(clause, first, verbGroup(tokens, at, first), text);
  }
  return [];
}

/** “Gas was [one of the main issues of the talks]”, “were to be the main items of the visit”: the noun that says so. */
function itemAt({ tokens }: Clause, from: number, { nouns }: ContactLexicon): number | null {
  const item = tokens.findIndex((t, i) => i >= from && i <= from + ITEM_REACH && ITEM.test(t.lower));
  if (item < 0 || !/^(?:of|for|at|during|on)$/.test(tokens[item + 1]?.lower ?? "")) return null;
  if (tokens.slice(from, item).some((t) => !/^(?:DET|ADJ|NUM|ADP|NOUN)$/.test(t.upos))) return null;
  const behind = [item + 2, item + 3, item + 4];
  return behind.some((at) => nouns.match(tokens, at) !== null || tokens[at]?.lower === "agenda") ? item : null;
}

const ITEM = /^(?:items?|issues?|topics?|subjects?|themes?)$/;
/** Words of “one of the most important issues”. */
const ITEM_REACH = 6;

/** “The importance of a fair treaty was [noted]”. */
function isWorthSaying({ tokens, sentence, cues }: Clause, at: number): boolean {
  if (tokens[at]?.xpos !== "VBN" || !cues.speaking.has(tokens[at]?.lemma ?? "")) return false;
  const subject = subjectOf(sentence, at);
  return subject !== null && subject < at && cues.worth.has(tokens[subject]?.lemma ?? "");
}

/** “Trade [will] be discussed”, “Trade [had also] been discussed”: where the verb of a subject begins. */
function verbGroup(tokens: readonly Token[], be: number, first: number): number {
  let at = be;
  while (at - 1 > first && /^(?:AUX|ADV|PART)$/.test(tokens[at - 1]?.upos ?? "")) at--;
  return at;
}

/** “talks on [the trip] were under way”, “the deal on [the sea] that ended …”: the topics of a noun end before the next verb. */
function nounEnd(sentence: Sentence, noun: number, from: number): number {
  const { tokens, tree } = sentence;
  const subject = subjectEnd(sentence, noun, from);
  if (subject !== null) return subject;
  const at = tokens.findIndex((t, i) => i > from && FINITE.has(t.xpos));
  if (at < 0) return tokens.length;
  const verb = tree.relation(at).startsWith("aux") ? (tree.heads[at] ?? at) : at;
  if (!tree.relation(verb).startsWith("acl")) return at;
  return Math.max(from + 1, Math.min(at, ...subtree(sentence, verb)));
}

/** “the issue [raised] by France”, “trade was [discussed] in detail”: nothing behind it is what was talked about. */
function isPassiveCue({ tokens, sentence }: Clause, at: number): boolean {
  if (tokens[at]?.xpos !== "VBN") return false;
  if (/^(?:acl|advcl)$/.test(sentence.tree.relation(at)) && tokens[at - 1]?.upos !== "AUX") return true;
  return isPassive(sentence, at);
}

/** “the Treaty on the Baltic Sea”: part of a name, unless it is signed. */
function isInName({ tokens, sentence: { tree }, cues }: Clause, at: number, last: number): boolean {
  if (at === 0 || last === at || !/^\p{Lu}/u.test(tokens[at]?.text ?? "") || !/^(?:NNPS?|NNS?)$/.test(tokens[at]?.xpos ?? "")) return false; // biome-ignore format: one line reads best
  return !ancestors(tree, at).some((i) => cues.sealing.has(tokens[i]?.lemma ?? ""));
}

/** “raised the matter with [President X]”: with whom it was talked about, no part of the topic. */
function partnerFollows({ mentions, actors }: Clause, at: number): boolean {
  const next = mentions.find((m) => m.first > at && m.first <= at + 3);
  return next?.actors.some((a) => actors.actors[a]?.kind === "person") === true;
}

/** “discussed in a telephone conversation the …”, “discussed in detail the …”: how it was talked about is no part of the topic. */
function afterChannel(clause: Clause, from: number, lexicon: ContactLexicon): number {
  const { tokens, cues } = clause;
  const manner =
    tokens[from + 1]?.upos === "ADJ" && !cues.manner.has(tokens[from + 1]?.lower ?? "") ? from + 2 : from + 1;
  if (/^(?:in|at)$/.test(tokens[from]?.lower ?? "") && cues.manner.has(tokens[manner]?.lower ?? "")) return manner + 1;
  if (!/^(?:in|during|by|over|at|via)$/.test(clause.tokens[from]?.lower ?? "")) return from;
  for (let at = from + 1; at <= from + 4; at++) {
    const noun = lexicon.nouns.match(clause.tokens, at) ?? lexicon.hints.match(clause.tokens, from);
    if (noun !== null) return noun.last + 1;
  }
  return from;
}

/** Topics after “about” and the like in a sentence that itself tells of the contact. */
export function topicsAfterTrigger(clause: Clause, last: number, text: string): readonly Topic[] {
  for (let at = last + 1; at < Math.min(clause.tokens.length, last + 40); at++) {
    const word = clause.tokens[at]?.lower ?? "";
    if (STOPS.has(word)) break;
    if (word === "about" && isMeasure(clause, at + 1)) continue;
    if (word === "about" || word === "regarding" || word === "concerning" || isOnMatter(clause, at))
      return topicsFrom(clause, at + 1, endOfTopics(clause, last, at + 1), text);
  }
  return [];
}

/** “spoke for about [an hour]”: how long, not what of. */
function isMeasure({ tokens, cues }: Clause, at: number): boolean {
  const counted = /^(?:an?|half)$/.test(tokens[at]?.lower ?? "") || tokens[at]?.upos === "NUM";
  return counted && tokens.slice(at + 1, at + 4).some((t) => cues.measure.has(t.lower));
}

/** “talks on [the dam] broke down”: a noun's topics end before the verb whose subject it is. */
function endOfTopics({ sentence, tokens }: Clause, last: number, from: number): number {
  return (tokens[last]?.upos === "NOUN" ? subjectEnd(sentence, last, from) : null) ?? tokens.length;
}

/** “spoke by telephone on [the crisis]”: no day, no “on the sidelines”, nobody. */
function isOnMatter(clause: Clause, at: number): boolean {
  const { tokens, mentions, actors, cues } = clause;
  if (tokens[at]?.lower !== "on") return false;
  const head = headFrom(tokens, at + 1);
  const next = tokens[at + 1];
  if (next === undefined || head?.upos !== "NOUN" || next.upos === "NUM" || next.lower === "his") return false;
  if (isElsewhere(clause, head) || cues.circumstance.has(head.lower)) return false;
  if (head.lower.endsWith("day") || cues.bare.has(head.lower)) return false;
  return !mentions.some((m) => m.first === at + 1 && m.actors.some((a) => actors.actors[a]?.kind === "person"));
}

const CHANNELS = /^(?:in|by|over|via|during)$/;

/** “discuss trade [in phone call]”: how it was talked about, no part of the topic. */
function wayFollows(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 4).map((t) => t.lower);
  return next.some((w) => /^(?:phone|telephone|video|videoconference|teleconference)$/.test(w));
}

/** The topics of the words from a token on, as far as `end`: a list is parted, what only adds to a topic is left out. */
export function topicsFrom(clause: Clause, from: number, end: number, text: string): readonly Topic[] {
  const { tokens, cues, sentence } = clause;
  const topics: Topic[] = [];
  let start = from;
  let tail = -1; // where what only adds to a topic begins
  const take = (to: number): void => {
    const topic = tail >= 0 ? null : topicOf(clause, start, to, text);
    if (topic !== null && !cues.bare.has(topic.label.toLowerCase())) topics.push(topic);
  };
  let at = from;
  for (; at < end; at++) {
    if (endsTopics(clause, from, at, end)) break;
    const stretch = { sentence, start, end, cues };
    const split = splitAt(stretch, at);
    if (split === 0) continue;
    take(at);
    const next = at + split;
    if (tail < 0 || jointAt(sentence, next, end).head < tail)
      tail = tokens[next - 1]?.lower !== "and" && isTail(stretch, next) ? next : -1;
    start = next;
    at = next - 1;
  }
  take(at);
  return topics;
}

/** Whether nothing from a token on is talked about: a stop, the way it was talked about, another clause, a source. */
function endsTopics(clause: Clause, from: number, at: number, end: number): boolean {
  const { tokens, sentence } = clause;
  const word = tokens[at]?.lower ?? "";
  if (STOPS.has(word) || word === "because" || (word === "with" && partnerFollows(clause, at))) return true;
  if (at > from && CHANNELS.test(word) && wayFollows(tokens, at)) return true;
  if (at > from && tokens[at - 1]?.lower === "," && RELATIVES.has(word)) return true;
  if (opensClause(sentence, from, at, end) || isFurtherDeed(clause, from, at, end)) return true;
  return word === "," && sourceFollows(tokens, at);
}

/** “agreed to address the drought and [rebuild the dam]”: what else is to be done, beside what is talked about. */
function isFurtherDeed({ tokens, sentence }: Clause, from: number, at: number, end: number): boolean {
  if (at === from || !/^(?:,|and)$/.test(tokens[at]?.lower ?? "")) return false;
  const next = behindMarks(tokens, at);
  if (next >= end || tokens[next]?.xpos !== "VB") return false;
  const { top } = jointAt(sentence, next, end);
  const head = sentence.tree.heads[top] ?? -1;
  return (
    top === next && sentence.tree.relation(top) === "conj" && head >= 0 && head < from && tokens[head]?.xpos === "VB"
  );
}

/** Topics without repeats, in order of the text. */
export function uniqueTopics(topics: readonly Topic[]): readonly Topic[] {
  const kept: Topic[] = [];
  const labels = new Set<string>();
  let end = 0; // of those kept, which all start no later
  for (const topic of [...topics].sort((a, b) => bySpan(a.span, b.span))) {
    const label = topic.label.toLowerCase();
    if (labels.has(label) || topic.span[1] <= end) continue;
    kept.push(topic);
    labels.add(label);
    end = Math.max(end, topic.span[1]);
  }
  return kept;
}
