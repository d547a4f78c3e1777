import { foldName } from "./atoms.js";
import type { Discourse, Draft, Trace } from "./draft.js";
import { bearsName } from "./family-name.js";
import { manyNear } from "./many.js";
import { isNamed, nearestOther, nearestSubject } from "./nearest.js";
import { namedPair, pairNear, pairTold, personsIn } from "./pairs.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";
import { besideVerb } from "./standing.js";

/** Whom a pronoun means: the nearest fitting subject, by gender; several for “they”; nobody when it is open. */
export function resolvePronoun(phrase: Phrase, scan: Scan, discourse: Discourse): readonly Draft[] {
  const word = scan.lower(phrase.first);
  const { ahead } = discourse;
  if (ahead !== null && ahead.at === phrase.first && /^(?:his|her)$/.test(word)) return [ahead.draft];
  const ordinal = scan.lower(phrase.head);
  if (ordinal === "latter" || ordinal === "former") return ordinalOf(ordinal, phrase, discourse);
  if (/^(?:they|them|their|themselves)$/.test(word)) return several(word, phrase, scan, discourse);
  const gender = /^(?:he|him|his|himself)$/.test(word) ? "m" : /^(?:she|her|hers|herself)$/.test(word) ? "f" : null;
  if (gender === null) return [];
  const fits = (d: Draft): boolean =>
    (d.kind === "person" || d.kind === "unnamed") && (d.gender === null || d.gender === gender) && d.role === "party";
  const antecedent = relativeHead(phrase, scan, discourse, fits);
  const object = isObject(word, phrase.first, scan);
  const other = object && !word.endsWith("self");
  if (antecedent !== null && !other) return [antecedent];
  const speaker = other ? null : goesOnSpeaking(phrase, scan, discourse, fits);
  if (speaker !== null) return [speaker];
  // “A began a visit at the invitation of B, who welcomed him”
  const beside =
    antecedent === null
      ? undefined
      : hasSubjectOfItsOwn(phrase, scan, discourse)
        ? antecedent
        : discourse.tracesIn(phrase.sentence).find((t) => !t.shared && t.draft !== antecedent && fits(t.draft))?.draft;
  if (beside !== undefined) return [beside];
  const same = other ? sameObject(word, phrase, scan, discourse) : null;
  if (same !== null) return [same];
  const subject = other
    ? nearestOther(phrase, discourse, fits)
    : nearestSubject(phrase, discourse, fits, mayBeSubject(word, phrase, scan));
  if (subject !== null) return [subject];
  // A translated “her” may be a press service, a noun of feminine gender in the original.
  const press = gender === "f" ? discourse.recent((d) => d.role === "press-service") : null;
  return press === null ? [] : [press];
}

const GROUP_REACH = 3; // sentences over which “they” are the last group

/** Whom “they” means: the pair just named, the people a later sentence is about, the last group, the pair told of last. */
function several(word: string, phrase: Phrase, scan: Scan, discourse: Discourse): readonly Draft[] {
  const { sentence } = phrase;
  const near = clauseBefore(phrase, scan, discourse);
  if (near !== null) return [near];
  const group = discourse.lastGroup;
  const met = pairBefore(phrase, scan, discourse);
  if (met !== null && (group === null || group.sentence < sentence)) return met;
  const many = manyNear(phrase, word === "them", discourse);
  const pair = namedPair(sentence - 1, discourse);
  const later = many !== null && (group === null || many.sentence > group.sentence);
  // “Officials said they …” may still mean the pair named before; “Turkish officials said they …” does not.
  const own = later && many.sentence === sentence && namedPair(sentence, discourse) === null;
  if (own && (pair === null || many.draft.code !== null)) return [many.draft];
  if (pair !== null && (group === null || group.sentence < sentence - 1)) return pair;
  if (later) return [many.draft];
  if (group !== null && sentence - group.sentence <= GROUP_REACH)
    return (word === "they" ? speakersOf(group, discourse) : null) ?? group.drafts;
  return (word === "they" ? pairNear({ first: 0, sentence }, discourse, () => true) : null) ?? [];
}

/** “Kuleba met Blinken in Kyiv, where [they] signed …”: the two whom the clause before names, and nobody else beside them. */
function pairBefore({ first, sentence }: Phrase, scan: Scan, discourse: Discourse): readonly Draft[] | null {
  if (scan.lower(first) !== "they" || !/^(?:where|when|and|before|after)$/.test(scan.lower(first - 1))) return null;
  if (discourse.tracesIn(sentence).some((t) => t.many)) return null;
  return namedPair(sentence, discourse);
}

/** “The Secretary and the Minister spoke of [their countries]. They …”: who spoke, where those are of the countries spoken of. */
function speakersOf(
  { drafts, sentence }: NonNullable<Discourse["lastGroup"]>,
  discourse: Discourse,
): readonly Draft[] | null {
  if (drafts.some((d) => d.kind !== "country")) return null;
  const acting = discourse.tracesIn(sentence).some((t) => t.standing === "subject" && t.draft.kind === "person");
  return acting ? pairTold(sentence, discourse) : null;
}

/** “support the people of Ukraine as [they] defend themselves”: the people right before the word that opens the pronoun's clause. */
function clauseBefore({ first, sentence }: Phrase, scan: Scan, discourse: Discourse): Draft | null {
  if (scan.lower(first) !== "they" || !/^(?:as|while|where|until|so|if|because)$/.test(scan.lower(first - 1)))
    return null;
  const trace = discourse.tracesIn(sentence).findLast((t) => t.last < first && (t.many || t.draft.kind === "person"));
  return trace?.many && !trace.shared && trace.last >= first - LONGEST_TAIL ? trace.draft : null;
}

const LONGEST_TAIL = 5; // tokens from a noun to the clause behind it: “the people of Ukraine as they”

/** Who may be “he” or “she”: not whom the sentence names in front of it (“In talks with [Putin], he …”) or as its object. */
function mayBeSubject(word: string, { first, sentence }: Phrase, scan: Scan): (t: Trace) => boolean {
  if (!/^s?he$/.test(word)) return () => true;
  const beside = besideVerb(scan, first).map(foldName);
  const particles = scan.lexicon.words("particle");
  return (t) =>
    (t.sentence !== sentence || t.standing !== "aside") &&
    !beside.some((word) => bearsName(t.draft, [word], particles));
}

/** “Macron, who said that [Putin] had phoned him”: somebody else acts between “who” and the pronoun. */
function hasSubjectOfItsOwn({ first, sentence }: Phrase, scan: Scan, discourse: Discourse): boolean {
  const who = Array.from({ length: LONGEST_CLAUSE }, (_, i) => first - 1 - i).find((at) => scan.lower(at) === "who");
  return (
    who !== undefined &&
    discourse.tracesIn(sentence).some((t) => t.first > who && t.last < first && t.draft.kind === "person")
  );
}

/** ““…,” he told reporters”, after “…, Merkel said”: who spoke before goes on. */
function goesOnSpeaking(phrase: Phrase, scan: Scan, discourse: Discourse, fits: (d: Draft) => boolean): Draft | null {
  if (discourse.quoted[phrase.first] === true || !speaksAt(scan, phrase.last + 1)) return null;
  if (!discourse.quoted.slice(0, phrase.first).includes(true)) return null;
  const before = discourse.tracesIn(phrase.sentence - 1).filter((t) => t.speaks && fits(t.draft));
  return before.at(-1)?.draft ?? null;
}

/** Whether a verb of speech stands at a token. */
export function speaksAt(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return token?.upos === "VERB" && SPEECH.test(token.lemma);
}

const SPEECH = /^(?:say|tell|add|note|write|stress|declare|announce|insist|explain|reply|warn|argue|recall)$/;

/** Whether a token is this pronoun as an object: “her” before a noun is a possessive. */
function isObject(word: string, at: number, scan: Scan): boolean {
  if (scan.lower(at) !== word) return false;
  return (
    /^(?:him|himself)$/.test(word) || (word === "her" && !/^(?:NOUN|PROPN|ADJ)$/.test(scan.tokens[at + 1]?.upos ?? ""))
  );
}

/** “informed him of his talks with Scholz and urged [him] to come”: who was the object before still is. */
function sameObject(word: string, phrase: Phrase, scan: Scan, discourse: Discourse): Draft | null {
  const before = discourse
    .tracesIn(phrase.sentence)
    .findLast((t) => t.first === t.last && t.last < phrase.first && isObject(word, t.first, scan) && !t.shared);
  return before?.draft ?? null;
}

/** “met Merkel, who said that her government …”: inside a relative clause, whom the clause is about. */
function relativeHead(phrase: Phrase, scan: Scan, discourse: Discourse, fits: (d: Draft) => boolean): Draft | null {
  for (let at = phrase.first - 1; at > phrase.first - LONGEST_CLAUSE && at > 0; at--) {
    const word = scan.lower(at);
    if (word !== "who") {
      if (scan.tokens[at]?.upos === "PUNCT") return null;
      continue;
    }
    const end = scan.lower(at - 1) === "," ? at - 2 : at - 1;
    const trace = discourse.tracesIn(phrase.sentence).findLast((t) => t.last === end && !t.shared);
    return trace !== undefined && isNamed(trace.draft) && fits(trace.draft) ? trace.draft : null;
  }
  return null;
}

const LONGEST_CLAUSE = 14; // tokens from “who” to the pronoun

const ORDINAL_REACH = 2; // sentences over which “the latter” is of a pair told of

/**
 * “the latter”, “the former”: the second or the first of the last two persons that the nearest sentence with two tells of
 * (“A invited his colleague. The latter accepted”), else of the two named last.
 */
function ordinalOf(word: "latter" | "former", { sentence, first }: Phrase, discourse: Discourse): readonly Draft[] {
  for (let at = sentence; at >= sentence - ORDINAL_REACH; at--) {
    const people = personsIn(discourse, at, at === sentence ? first : null);
    const meant = people.at(word === "latter" ? -1 : -2);
    if (people.length > 1 && meant !== undefined) return [meant];
  }
  const latter = discourse.recentlyNamed((d) => d.kind === "person");
  const former = discourse.recentlyNamed((d) => d.kind === "person" && d !== latter);
  const meant = word === "latter" ? latter : former;
  return meant === null || former === null ? [] : [meant];
}
