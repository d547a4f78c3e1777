import { countrySector, type Discourse, type Draft, emptyDraft, type Trace } from "./draft.js";
import type { Country } from "./lexicon.js";
import type { Circumstances } from "./named.js";
import { ownSpell } from "./own/entries.js";
import { namedPair, pairNear } from "./pairs.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** The actor of a country itself. */
export function countryDraft(discourse: Discourse, country: Country): Draft {
  return discourse.obtain(`country:${country.code}:${country.name}`, () => ({
    ...emptyDraft(country.name, "country", "named in the table of countries"),
    code: country.code,
    sector: [...countrySector(country)],
    wikidata: country.wikidata,
  }));
}

/** Somebody of whom the text gives a name and nothing else: person or body is open. */
export function nameDraft(discourse: Discourse, text: string): Draft {
  const name = text.replace(/^(?:the|an?)\s+/i, "");
  return discourse.obtain(`alone:${name}`, () => emptyDraft(name, "unnamed", `“${name}”, a name alone`));
}

/** The actor of a body, organisation or agency; `null` when a generic noun has nothing to refer to. */
export function bodyDraft(
  phrase: Phrase,
  text: string,
  discourse: Discourse,
  owner: Draft | null,
  at: Circumstances,
): Draft | null {
  const { entry } = phrase;
  if (entry === null) return unknownBody(phrase, text, discourse, at.lexicon.bodyNouns);
  switch (entry.kind) {
    case "organisation":
    case "body": {
      const own = entry.kind === "organisation" ? ownSpell(entry.own, at.day) : null;
      return discourse.obtain(`body:${entry.name}`, () => ({
        ...emptyDraft(
          entry.name,
          "organisation",
          own === null ? "named in the tables of bodies and organisations" : "named in the rows given",
        ),
        code: own === null ? entry.code : own.code,
        sector: own !== null ? [...own.sector] : entry.sector === "" ? [] : entry.sector.split("|"),
        wikidata: entry.kind === "organisation" ? entry.wikidata : null,
        role: isPressService(entry.name) ? "press-service" : "party",
      }));
    }
    case "agency":
      return discourse.obtain(`agency:${entry.name}`, () => ({
        ...emptyDraft(entry.name, "organisation", "named in the table of agencies and outlets"),
        code: entry.code,
        sector: ["JRN"],
        role: entry.outlet ? "outlet" : "agency",
      }));
    case "pattern":
      return patternDraft(phrase, entry.name, entry.sector, text, discourse, owner, at);
    default:
      return null;
  }
}

/** “the Kremlin press service”, then “the press service of the head of state”, then “the press service”: one actor. */
function patternDraft(
  phrase: Phrase,
  pattern: string,
  sector: string,
  text: string,
  discourse: Discourse,
  owner: Draft | null,
  at: Circumstances,
): Draft | null {
  const country = phrase.countries[0] ?? null;
  const stated = country?.code ?? phrase.of?.code ?? null;
  if (/^(?:my|our|your)$/.test(phrase.det ?? "")) return null;
  const same = discourse.recent(
    (d) =>
      (d.pattern === pattern ||
        d.name.toLowerCase().endsWith(` ${pattern}`) ||
        (pattern === "office" && d.name.toLowerCase().startsWith("office of"))) &&
      (stated === null || d.code === stated) &&
      (owner === null || !/^(?:'s|his|her|its)$/.test(phrase.det ?? "") || d.code === owner.code),
  );
  if (same !== null && (stated !== null || phrase.det !== "a")) return same;
  if (pattern === "office" && owner === null) return null;
  const code =
    stated ?? owner?.code ?? (/^(?:GOV|MIL|LEG|JUD)/.test(sector) ? homeOf(phrase, discourse, at) : at.publisher);
  const bare = text.replace(/^(?:the|a|an|its|his|her|their)\s+/i, "");
  const name = pattern === "office" && owner !== null ? `${owner.name}'s office` : bare;
  return discourse.obtain(`pattern:${pattern}:${code ?? ""}`, () => ({
    ...emptyDraft(name, code === null ? "unnamed" : "organisation", "a body by its common name and its country"),
    code,
    sector: sector === "" ? [] : sector.split("|"),
    role: isPressService(pattern) || isPressService(name) ? "press-service" : sector === "JRN" ? "outlet" : "party",
    pattern,
  }));
}

/**
 * Whose “the army” is: the country's that the report is from. Where a report by foreigners names nobody of that country and
 * one other of late, it is that one's: “CAIRO (AP) — Sudan's army and the militia resumed talks. The government said …”.
 */
function homeOf({ sentence }: Phrase, discourse: Discourse, at: Circumstances): string | null {
  const { home, press } = at;
  if (home === null || home === at.publisher || home === press || discourse.tellsOf(home)) return home;
  const near = [sentence, sentence - 1, sentence - 2].flatMap((s) => discourse.tracesIn(s));
  const codes = new Set(
    near.flatMap(({ draft }) => (draft.role === "party" && !draft.assumed ? (draft.code ?? []) : [])),
  );
  const [only, ...others] = [...codes].filter((code) => at.lexicon.countries.has(code));
  return only === undefined || others.length > 0 ? home : only;
}

function unknownBody(phrase: Phrase, text: string, discourse: Discourse, nouns: ReadonlyMap<string, string>): Draft {
  const name = text.replace(/^the\s+/i, "");
  return discourse.obtain(`body:${name}`, () => ({
    ...emptyDraft(name, "organisation", "capitalised words that end in a noun of bodies"),
    code: phrase.countries[0]?.code ?? null,
    sector: sectorOfName(name, nouns),
    role: isPressService(name) ? "press-service" : "party",
  }));
}

/** “Kachin Police Service” is a police: by the last of its words that says what it is, before “of” where it has one. */
function sectorOfName(name: string, nouns: ReadonlyMap<string, string>): string[] {
  const [own = ""] = name.toLowerCase().split(/ (?:of|for|in) /);
  const sector = own
    .split(/[\s-]+/)
    .map((word) => nouns.get(word))
    .findLast((s) => s !== undefined);
  return sector === undefined ? [] : sector.split("|");
}

function isPressService(name: string): boolean {
  return PRESS_SERVICE.test(name);
}

const PRESS_SERVICE =
  /\b(?:press|information|communications?|media) (?:service|office|department|directorate|bureau|centre|center|secretariat)\b|\bdirectorate of communications\b|\bspokes/i;

/** Whom a pronoun means: the nearest fitting subject, by gender; several for “they”; nobody when it is open. */
export function resolvePronoun(phrase: Phrase, scan: Scan, discourse: Discourse): readonly Draft[] {
  const word = scan.lower(phrase.first);
  const ordinal = scan.lower(phrase.head);
  if (ordinal === "latter" || ordinal === "former") return ordinalOf(ordinal, discourse);
  if (/^(?:they|them|their|themselves)$/.test(word)) {
    const group = discourse.lastGroup;
    const pair = namedPair(phrase.sentence - 1, discourse);
    if (pair !== null && (group === null || group.sentence < phrase.sentence - 1)) return pair;
    if (group !== null && phrase.sentence - group.sentence <= 3) return group.drafts;
    const near = word === "they" ? pairNear({ first: 0, sentence: phrase.sentence }, discourse, () => true) : null;
    return near ?? [];
  }
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
  const subject = other ? nearestOther(phrase, discourse, fits) : nearestSubject(phrase, discourse, fits);
  if (subject !== null) return [subject];
  // A translated “her” may be a press service, a noun of feminine gender in the original.
  const press = gender === "f" ? discourse.recent((d) => d.role === "press-service") : null;
  return press === null ? [] : [press];
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

/** “the latter”, “the former”: of the two persons named last, the second or the first. */
function ordinalOf(word: "latter" | "former", discourse: Discourse): readonly Draft[] {
  const latter = discourse.recentlyNamed((d) => d.kind === "person");
  const former = discourse.recentlyNamed((d) => d.kind === "person" && d !== latter);
  const meant = word === "latter" ? latter : former;
  return meant === null || former === null ? [] : [meant];
}

const NEAR_NAME = 2; // sentences over which a name goes before a description that stands nearer
const FARTHEST = 6;

/** Whom an object pronoun means: somebody other than the subject of its sentence, the latest mentioned. */
function nearestOther(phrase: Phrase, discourse: Discourse, fits: (d: Draft) => boolean): Draft | null {
  const here = discourse.tracesIn(phrase.sentence).filter((t) => !t.shared);
  const subject = [...here].sort((a, b) => a.first - b.first)[0]?.draft ?? null;
  // Somebody the news is about before the nameless source of its last sentence.
  for (const named of [true, false])
    for (let i = discourse.traces.length - 1; i >= 0; i--) {
      const trace = discourse.traces[i];
      if (trace === undefined || phrase.sentence - trace.sentence > (named ? NEAR_NAME : FARTHEST)) break;
      if (named && trace.draft.kind !== "person") continue;
      if (trace.draft !== subject && !trace.shared && fits(trace.draft)) return trace.draft;
    }
  return subject !== null && fits(subject) ? null : nearestSubject(phrase, discourse, fits);
}

/**
 * The first fitting mention of this sentence (its subject), else of the closest sentence before. A name goes before
 * somebody nameless of whom the text says nothing, and outside a quotation nobody is taken up who is nameless inside one.
 */
export function nearestSubject(phrase: Phrase, discourse: Discourse, fits: (d: Draft) => boolean): Draft | null {
  const inside = discourse.quoted[phrase.first] === true;
  const nearest = firstNear(phrase, discourse, (t) => fits(t.draft) && (inside || !t.quoted || isNamed(t.draft)));
  if (nearest === null || nearest.draft.kind !== "unnamed" || !isVague(nearest.draft)) return nearest?.draft ?? null;
  const named = firstNear(phrase, discourse, (t) => fits(t.draft) && isNamed(t.draft));
  return named !== null && phrase.sentence - named.sentence <= NEAR_NAME ? named.draft : nearest.draft;
}

function isNamed(draft: Draft): boolean {
  return draft.kind !== "unnamed" && draft.kind !== "group";
}

/** “a neighbour”, “a man”: somebody of no known part. */
function isVague({ sector, officeKey }: Draft): boolean {
  return officeKey === null && (sector[0] === undefined || sector[0] === "UNK");
}

function firstNear(phrase: Phrase, discourse: Discourse, fits: (t: Trace) => boolean): Trace | null {
  let best: Trace | null = null;
  for (let i = discourse.traces.length - 1; i >= 0; i--) {
    const trace = discourse.traces[i];
    if (trace === undefined) break;
    if (best !== null && trace.sentence < best.sentence) break;
    if (phrase.sentence - trace.sentence > 6) break;
    if (!trace.shared && fits(trace) && (best === null || trace.first < best.first)) best = trace;
  }
  return best;
}
