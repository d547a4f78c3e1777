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

/** “A[, B, C and D]”, “A [and B and C]”: what follows up to the last “and”; nothing where no “and” ends the list. */
function after({ tokens }: Clause, names: readonly Mention[], start: number): readonly Mention[] {
  const list: Mention[] = [];
  let ended = false;
  for (let at = start; list.length < MOST; at++) {
    const [here, next] = [names[at], names[at + 1]];
    const link = here === undefined || next === undefined ? null : linkBetween(tokens, here, next);
    if (next === undefined || link === null || (ended && link !== "and")) break;
    list.push(next);
    ended = link === "and";
  }
  return ended ? list : [];
}

/** “[A, B and] C”. */
function before(clause: Clause, names: readonly Mention[], start: number): readonly Mention[] {
  const list: Mention[] = [];
  for (let at = start; at > 0 && list.length < MOST; at--) {
    const [previous, here] = [names[at - 1], names[at]];
    if (previous === undefined || here === undefined) break;
    const link = linkBetween(clause.tokens, previous, here);
    if (link !== (at === start ? "and" : ",")) break;
    list.unshift(previous);
  }
  // “A met [B] and C accused …”: whom another verb has for its object is no subject of this one.
  return list.some((m) => GOVERNED.has(clause.tree.relation(m.head))) ? [] : list;
}

const GOVERNED: ReadonlySet<string> = new Set(["obj", "iobj", "obl"]);

function linkBetween(tokens: Clause["tokens"], left: Mention, right: Mention): "," | "and" | null {
  const words = tokens.slice(left.last + 1, right.first).map((t) => t.lower);
  if (words.length === 1 && words[0] === ",") return ",";
  return words.join(" ") === "and" || words.join(" ") === ", and" ? "and" : null;
}

/** A person or a body by name, not one that only owns what is named next (“Sergei Lavrov's deputy”). */
function isItem({ actors, tokens }: Clause, { actors: named, kind, last }: Mention): boolean {
  if (kind === "description" || kind === "pronoun" || named.length === 0 || tokens[last + 1]?.xpos === "POS")
    return false;
  return named.every((a) => isParty(actors, a) && ["person", "organisation"].includes(actors.actors[a]?.kind ?? ""));
}
