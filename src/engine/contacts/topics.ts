import { bySpan, type Span } from "../base/span.js";
import { subjectOf, subtree } from "../language/tree.js";
import type { Token } from "../language/types.js";
import type { Clause } from "./clause.js";
import { RELATIVES, STOPS, sourceFollows } from "./clause-ends.js";
import type { ContactLexicon } from "./lexicon.js";
import type { Topic } from "./types.js";

const MAX_LABEL = 160; // code units: a topic is a phrase; what is longer is a sentence

/** Topics a sentence says were talked about. */
export function findTopics(clause: Clause, text: string, lexicon: ContactLexicon): readonly Topic[] {
  const topics: Topic[] = [];
  for (let at = 0; at < clause.tokens.length; at++) {
    const match = lexicon.topics.match(clause.tokens, at);
    const head = clause.tokens[at];
    if (match === null || head === undefined) continue;
    if (match.last === at && head.upos !== "VERB") continue;
    if (head.lemma === "address" && isAudience(clause, at + 1)) continue;
    if (clause.tokens[match.last]?.lower === "on" && isVenue(clause, headFrom(clause.tokens, match.last + 1))) continue;
    if (match.last === at && at > 0 && ["no", "not", "n't"].includes(clause.tokens[at - 1]?.lower ?? "")) continue;
    const from = afterChannel(clause, match.last + 1, lexicon);
    const end = head.upos === "NOUN" ? finiteVerb(clause.tokens, from) : clause.tokens.length;
    topics.push(...topicsFrom(clause, from, end, text));
    at = match.last;
  }
  return [...topicsBefore(clause, text), ...topics];
}

/** “addressed the Congress”: those who listen, no topic. */
function isAudience({ mentions, actors }: Clause, at: number): boolean {
  const next = mentions.find((m) => m.first === at);
  return next?.actors.some((a) => actors.actors[a]?.kind !== "country") === true;
}

/** Topics that stand before the words that raise them: “… were discussed”, “… was on the agenda”. */
function topicsBefore(clause: Clause, text: string): readonly Topic[] {
  const { tokens } = clause;
  for (let at = 1; at < tokens.length; at++) {
    if (tokens[at]?.lemma !== "be") continue;
    let next = at + 1;
    while (["also", "been", "among", "further", "thoroughly", "briefly"].includes(tokens[next]?.lower ?? "")) next++;
    const passive = tokens[next]?.xpos === "VBN" && clause.cues.raising.has(tokens[next]?.lemma ?? "");
    const listed =
      /^(?:table|agenda|focus|spotlight|centre|center)$/.test(tokens[next + 2]?.lower ?? "") ||
      tokens[next + 1]?.lower === "focus";
    if (!passive && !listed) continue;
    const verb = passive ? next : at;
    const subject = subjectOf(clause.sentence, verb) ?? (passive ? null : subjectOf(clause.sentence, next));
    const first = subject === null ? 0 : Math.min(subject, ...subtree(clause.sentence, subject));
    return topicsFrom(clause, first, at, text);
  }
  return [];
}

/** “talks on [the trip] were under way”: the verb whose subject the topic is part of; the end of the sentence when none is. */
function finiteVerb(tokens: readonly Token[], from: number): number {
  const at = tokens.findIndex((t, i) => i > from && /^(?:VBD|VBZ|VBP|MD)$/.test(t.xpos));
  return at < 0 ? tokens.length : at;
}

/** “raised the matter with [President X]”: with whom it was talked about, no part of the topic. */
function partnerFollows({ mentions, actors }: Clause, at: number): boolean {
  const next = mentions.find((m) => m.first > at && m.first <= at + 3);
  return next?.actors.some((a) => actors.actors[a]?.kind === "person") === true;
}

/** “discussed in a telephone conversation the …”: the way it was talked about is no part of the topic. */
function afterChannel(clause: Clause, from: number, lexicon: ContactLexicon): number {
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
    if (word === "about" || word === "regarding" || word === "concerning" || isOnMatter(clause, at))
      return topicsFrom(clause, at + 1, endOfTopics(clause, last, at + 1), text);
  }
  return [];
}

/** “talks on [the dam] broke down”: a noun's topics end before the verb whose subject it is. */
function endOfTopics({ sentence, tokens }: Clause, last: number, from: number): number {
  if (tokens[last]?.upos !== "NOUN") return tokens.length;
  const verb = tokens.findIndex((t, i) => i > from && t.upos === "VERB" && /^(?:VBD|VBZ|VBP)$/.test(t.xpos) && subjectOf(sentence, i) === last); // biome-ignore format: one line reads best
  return verb < 0 ? tokens.length : verb;
}

/** “spoke by telephone on [the crisis]”: no day, no “on the sidelines”, nobody. */
function isOnMatter(clause: Clause, at: number): boolean {
  const { tokens, mentions, actors, cues } = clause;
  if (tokens[at]?.lower !== "on") return false;
  const head = headFrom(tokens, at + 1);
  const next = tokens[at + 1];
  if (next === undefined || head?.upos !== "NOUN" || next.upos === "NUM" || next.lower === "his") return false;
  if (isVenue(clause, head) || head.lower.endsWith("day")) return false;
  if ([cues.circumstance, cues.moment, cues.bare].some((words) => words.has(head.lower))) return false;
  return !mentions.some((m) => m.first === at + 1 && m.actors.some((a) => actors.actors[a]?.kind === "person"));
}

/** The noun a phrase from here on is about: “the ministry's [website]”. */
function headFrom(tokens: readonly Token[], from: number): Token | undefined {
  let at = tokens.findIndex((t, i) => i >= from && i < from + 5 && /^(?:NOUN|PROPN)$/.test(t.upos));
  if (at < 0) return undefined;
  for (;;) {
    const owned = tokens[at + 1]?.xpos === "POS" ? 2 : 1;
    const next = tokens.slice(at + owned, at + owned + 3).findIndex((t) => /^(?:NOUN|PROPN)$/.test(t.upos));
    if (next < 0 || tokens.slice(at + owned, at + owned + next).some((t) => t.upos !== "ADJ")) return tokens[at];
    if (owned === 1 && next > 0) return tokens[at]; // “on trade new rules”
    at += owned + next;
  }
}

/** “talks [on Thursday]”, “on the sidelines of the summit”, “on its website”: when or where, whatever the words before. */
function isVenue({ tokens, cues }: Clause, head: Token | undefined): boolean {
  if (head === undefined) return false;
  if (PAGES.test(head.lower)) return OWN_PAGE.test(tokens[head.index - 1]?.lower ?? "");
  return cues.venue.has(head.lower) || WEEKDAY.test(head.lower);
}

/** “on [its] page”, “on a [Telegram] channel”; a nuclear site and a channel of communication are talked about. */
const PAGES = /^(?:sites?|channels?|pages?|accounts?|portals?)$/;
const OWN_PAGE =
  /^(?:its|his|her|their|['’]s|telegram|youtube|facebook|twitter|instagram|x|web|internet|social|official|media)$/;

const CHANNELS = /^(?:in|by|over|via|during)$/;

/** “discuss trade [in phone call]”: how it was talked about, no part of the topic. */
function wayFollows(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 4).map((t) => t.lower);
  return next.some((w) => /^(?:phone|telephone|video|videoconference|teleconference)$/.test(w));
}

export function topicsFrom(clause: Clause, from: number, end: number, text: string): readonly Topic[] {
  const { tokens, cues } = clause;
  const topics: Topic[] = [];
  let start = from;
  const take = (to: number): void => {
    const topic = topicOf(tokens, start, to, text);
    if (topic !== null && !cues.bare.has(topic.label.toLowerCase())) topics.push(topic);
  };
  let at = from;
  for (; at < end; at++) {
    const word = tokens[at]?.lower ?? "";
    if (STOPS.has(word) || (word === "with" && partnerFollows(clause, at))) break;
    if (at > from && CHANNELS.test(word) && wayFollows(tokens, at)) break;
    if (at > from && tokens[at - 1]?.lower === "," && RELATIVES.has(word)) break;
    if (word === "and" && isSecondDeed(clause, at + 1)) break;
    if (word === "," && sourceFollows(tokens, at)) break;
    const split = splitAt(tokens, at);
    if (split === 0) continue;
    take(at);
    start = at + split;
    at += split - 1;
  }
  take(at);
  return topics;
}

/** “discussed trade and [reviewed] the plans”, which a tagger may take for a participle. */
function isSecondDeed({ tokens, sentence }: Clause, at: number): boolean {
  const next = tokens[at];
  if (next?.xpos === "VBD" || next?.xpos === "VBZ") return true;
  return next?.xpos === "VBN" && next.upos === "VERB" && sentence.tree.relation(at) === "conj" && tokens[sentence.tree.heads[at] ?? -1]?.upos === "VERB"; // biome-ignore format: one line reads best
}

/** How many tokens part one topic from the next here; 0 for none. */
function splitAt(tokens: readonly Token[], at: number): number {
  const word = (k: number): string => tokens[at + k]?.lower ?? "";
  const comma = word(0) === "," ? 1 : 0;
  if (word(comma) === "as" && word(comma + 1) === "well" && word(comma + 2) === "as") return comma + 3;
  if (comma === 1 && word(1) === "including") return 2;
  if (comma === 1 && word(1) === "in" && word(2) === "particular") return word(3) === "," ? 4 : 3;
  if (comma === 1 && word(1) === "and") return 2;
  if (word(0) === "and" && /^(?:about|on|regarding|concerning)$/.test(word(1))) return 2; // “about A and about B”
  if (comma === 1) return 1;
  return 0;
}

function topicOf(tokens: readonly Token[], from: number, to: number, text: string): Topic | null {
  let [first, last] = [from, to - 1];
  while (
    first <= last &&
    /^(?:the|a|an|also|of|,|on|for|in|to|that|issue|issues|their|including|such|as)$/.test(tokens[first]?.lower ?? "")
  )
    first++;
  while (last >= first && /^(?:,|and|with|to|the|today|yesterday)$/.test(tokens[last]?.lower ?? "")) last--;
  last = withoutTime(tokens, first, last);
  const [a, b] = [tokens[first], tokens[last]];
  if (a === undefined || b === undefined || last < first) return null;
  if (!tokens.slice(first, last + 1).some((t) => t.upos === "NOUN" || t.upos === "PROPN")) return null;
  const span: Span = [a.start, Math.min(b.end, a.start + MAX_LABEL)];
  return { label: text.slice(...span), span, context: [] };
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const LENGTH_OF_TIME = /^(?:days?|weeks?|months?|years?|hours?)$/;

/** “the dam [within four months]”, “trade [on Thursday]”: when, no part of what. */
function withoutTime(tokens: readonly Token[], first: number, last: number): number {
  const word = (back: number): string => tokens[last - back]?.lower ?? "";
  if (WEEKDAY.test(word(0)) && word(1) === "on") return Math.max(first, last - (word(2) === "late" ? 3 : 2));
  if (LENGTH_OF_TIME.test(word(0)) && word(2) === "within") return Math.max(first, last - 3);
  return last;
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
