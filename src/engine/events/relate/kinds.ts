import type { Token } from "../../language/types.js";
import type { EventLexicon } from "../lexicon.js";

/** Gives for a word the classes that the tables of `data/frames/` put it in, such as “v:REJECT”, “c:sanction”, “g:intend”. */
export type Kinds = (token: Token) => readonly string[];

/** Looks words up by lemma and remembers what it found. */
export function makeKinds(lexicon: EventLexicon): Kinds {
  const [verbs, others] = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()];
  return ({ lemma, upos }) => {
    const verb = upos === "VERB" || upos === "AUX";
    const known = verb ? verbs : others;
    const kept = known.get(lemma);
    if (kept !== undefined) return kept;
    const kinds = kindsOf(lemma.toLowerCase(), verb, lexicon);
    if (known.size < MAX_KNOWN) known.set(lemma, kinds);
    return kinds;
  };
}

const MOST_EVENTS = 2;
const MAX_KNOWN = 50_000; // words remembered

function kindsOf(lemma: string, verb: boolean, lexicon: EventLexicon): readonly string[] {
  const found = new Set<string>();
  if (verb) {
    const frames = (lexicon.verbs.get(lemma) ?? []).filter((f) => f.coding !== null && f.particle === null);
    const events = new Set(frames.map((f) => f.coding?.event));
    // A verb of many events tells nothing by itself: its object does.
    if (events.size <= MOST_EVENTS && !lexicon.light.has(lemma)) for (const event of events) found.add(`v:${event}`);
    if (lexicon.light.has(lemma)) found.add("light");
  } else {
    for (const frame of lexicon.nouns.get(lemma) ?? []) found.add(`n:${frame.event}`);
    for (const name of lexicon.classes.get(lemma) ?? []) found.add(`c:${name}`);
  }
  const content = lexicon.contents.get(lemma) ?? (verb ? lexicon.contents.get(`${lemma} verb`) : undefined);
  if (content !== undefined) found.add(`k:${content}`);
  const governs = lexicon.governors.get(lemma);
  if (governs !== undefined) found.add(`g:${governs}`);
  return [...found];
}
