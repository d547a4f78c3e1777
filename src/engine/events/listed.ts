import type { Mention } from "../actors/types.js";
import { type Clause, isParty } from "./clause.js";

const MOST = 12; // names of a list

/**
 * Who stands in a list with a subject, itself included, by the order of words alone; none where there is no list. In
 * “Presidents Uhuru Kenyatta of Kenya, Yoweri Museveni of Uganda and Salva Kiir of South Sudan agreed” the tree hangs the
 * later names on the countries before them.
 */
export function listedWith(clause: Clause, subject: number): readonly number[] {
  const names = namesIn(clause);
  const titles = /^NNP?S$/.test(clause.tokens[subject]?.xpos ?? "");
  const start = names.findIndex(
    (m) => (m.first <= subject && subject <= m.last) || (titles && m.first === subject + 1),
  );
  const own = names[start];
  if (own === undefined) return [];
  const list = [...before(clause, names, start), own, ...after(clause, names, start)];
  return list.length < 2 ? [] : list.flatMap((m) => m.actors);
}

/** Names by sentence, worked out once for all its verbs. */
const NAMES = new WeakMap<Clause["mentions"], readonly Mention[]>();

/** The persons and bodies a sentence names, those inside another name left out, in order. */
function namesIn(clause: Clause): readonly Mention[] {
  const known = NAMES.get(clause.mentions);
  if (known !== undefined) return known;
  const names: Mention[] = [];
  let end = -1;
  // In order of their first words, the longer first: what begins inside the last one kept ends inside it too, or overlaps it.
  for (const mention of clause.mentions.filter((m) => isItem(clause, m)).sort(byPlace)) {
    if (mention.last <= end) continue;
    names.push(mention);
    end = mention.last;
  }
  NAMES.set(clause.mentions, names);
  return names;
}

const byPlace = (a: Mention, b: Mention): number => a.first - b.first || b.last - a.last;

/** “A[, B, C and D]”: what follows up to the name behind “and”; nothing where no “and” ends the list. */
function after({ tokens }: Clause, names: readonly Mention[], start: number): readonly Mention[] {
  const list: Mention[] = [];
  for (let at = start; list.length < MOST; at++) {
    const [here, next] = [names[at], names[at + 1]];
    if (here === undefined || next === undefined) return [];
    const link = linkBetween(tokens, here, next);
    if (link === null) return [];
    list.push(next);
    if (link === "and") return list;
  }
  return [];
}

/** “[A, B and] C”. */
function before({ tokens }: Clause, names: readonly Mention[], start: number): readonly Mention[] {
  const list: Mention[] = [];
  for (let at = start; at > 0 && list.length < MOST; at--) {
    const [previous, here] = [names[at - 1], names[at]];
    if (previous === undefined || here === undefined) break;
    const link = linkBetween(tokens, previous, here);
    if (link !== (at === start ? "and" : ",")) break;
    list.unshift(previous);
  }
  return list;
}

function linkBetween(tokens: Clause["tokens"], left: Mention, right: Mention): "," | "and" | null {
  const words = tokens.slice(left.last + 1, right.first).map((t) => t.lower);
  if (words.length === 1 && words[0] === ",") return ",";
  return words.join(" ") === "and" || words.join(" ") === ", and" ? "and" : null;
}

/** A person or a body by name. */
function isItem({ actors }: Clause, { actors: named, kind }: Mention): boolean {
  if (kind === "description" || kind === "pronoun" || named.length === 0) return false;
  return named.every((a) => isParty(actors, a) && ["person", "organisation"].includes(actors.actors[a]?.kind ?? ""));
}
