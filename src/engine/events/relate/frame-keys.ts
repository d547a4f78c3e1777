import type { Actor, ActorTable, Mention } from "../../actors/types.js";
import { clauseOf } from "../clause.js";
import { codeMatch } from "../code.js";
import type { EventLexicon } from "../lexicon.js";
import { findMatches, type Match } from "../match.js";
import type { PairView, Place } from "./view.js";

/** What the frames of `data/frames/` say of a pair, as features: the events they code with these two as the only parties. */
export function frameKeys(view: PairView, lexicon: EventLexicon): readonly string[] {
  const actors = tableOf(view);
  const clause = clauseOf(view.sentence, actors);
  const matches = findMatches(clause, lexicon);
  const acts = new Set(matches.filter((m) => m.coding.event !== "CONSULT").map((m) => m.args.predicate));
  const setting = {
    input: { text: "", sentences: [view.sentence], actors, times: [], claims: [], published: null },
    lexicon,
    timesIn: () => [],
    isQuoted: () => false,
    antecedent: () => [],
    counterpart: () => [],
  };
  const keys = new Set<string>();
  const way = new Set([...view.up, ...view.down].map((s) => s.token));
  for (const match of matches) {
    addMatch(keys, match, view, way);
    const told = codeMatch(match, acts, setting);
    if (told === null) continue;
    const sides = `${told.actor.join("")}>${told.recipient.join("")}`;
    keys.add(`rule=${told.event}`);
    keys.add(`rule=${told.event} ${sides}`);
    keys.add(`rule=${told.event} ${told.status}${told.negated ? " not" : ""} ${sides}`);
    keys.add(`rule=${told.cameo} ${sides}`);
  }
  if (keys.size === 0) keys.add("rule=–");
  return [...keys];
}

function addMatch(keys: Set<string>, { coding, args, trigger }: Match, view: PairView, way: ReadonlySet<number>): void {
  const where = args.predicate === view.top ? "top" : way.has(args.predicate) || way.has(trigger) ? "way" : "elsewhere";
  keys.add(`frame=${coding.event} ${where}`);
  if (where !== "elsewhere") keys.add(`frame=${coding.cameo} ${where}`);
}

function tableOf({ sentence, source, target }: PairView): ActorTable {
  const places = [source, target].filter((p) => p !== null);
  const actors = places.map(
    (_, index): Actor => ({ ...PARTY, index, name: `party ${index}`, code: index === 0 ? "AAA" : "BBB" }),
  );
  const mentions = places
    .map((place, index) => mentionOf(place, index, sentence.index))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  return { actors, places: [], standIns: [], mentions, inSentence: () => mentions };
}

const PARTY: Actor = {
  index: 0,
  name: "",
  kind: "organisation",
  code: null,
  sector: [],
  office: null,
  officeKey: null,
  wikidata: null,
  gender: null,
  born: null,
  role: "party",
  latent: false,
  why: "marked",
};

function mentionOf(place: Place, index: number, sentence: number): Mention {
  return { span: [0, 0], sentence, ...place, kind: "name", actors: [index], why: "marked" };
}
