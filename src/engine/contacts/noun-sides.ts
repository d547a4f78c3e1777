import type { Channel } from "../base/codes.js";
import type { Clause } from "./clause.js";
import { attendants, framedParties, heldBy, hostsIn, staged } from "./noun-frames.js";
import { askedFor } from "./noun-status.js";
import { afterWord, determiner, directAfter, directBefore, firstPerson, ownerOf, subjectAt } from "./parties.js";

/** A noun of a contact that is held face to face or by telephone, in its clause. */
export interface LiveNoun {
  readonly clause: Clause;
  readonly first: number;
  readonly last: number;
  /** What the tables take it for. */
  readonly listed: Channel;
  /** Its last word's lemma, lower case. */
  readonly noun: string;
  readonly governor: number;
}

/** Who stands about such a noun. */
export interface Sides {
  /** Whom the words behind it name (“with X”), its goal, its hosts. */
  readonly named: readonly number[];
  readonly owner: readonly number[];
  /** The subject of the word that governs the noun. */
  readonly subject: readonly number[];
  readonly asked: readonly number[];
  /** The two of a sentence that frames the noun without a preposition. */
  readonly framed: readonly number[];
  /** The verb by whose parties it is held. */
  readonly held: ReturnType<typeof heldBy>;
  /** Whether it is one “between” them. */
  readonly between: boolean;
  /** Whether it takes up a contact told before. */
  readonly anaphoric: boolean;
  /** Whether the sentence says that it takes place. */
  readonly happens: boolean;
}

/** `null` where it is the meeting of a body, or the reporter's own. */
export function sidesOf(live: LiveNoun): Sides | null {
  const { clause, first, last, listed, governor } = live;
  const words = prepositionsOf(live);
  const of = words.has("of") && listed === "meeting" ? afterWord(clause, last, new Set(["of"]), 2) : [];
  if (of.length === 1 && OTHERS.test(clause.actors.actors[of[0] ?? -1]?.kind ?? "")) return null;
  if (governor !== first && firstPerson(clause, governor)) return null;
  const subject = subjectAt(clause, governor);
  const behind = afterWord(clause, last, words, of.length > 0 ? 16 : 9, subject);
  const held = heldBy(clause, last);
  const goals = listed === "visit" ? visitedBy(live, subject, behind) : [];
  const named = [...new Set([...goals, ...of, ...(held?.parties ?? behind)])];
  const owner = ownerOf(clause, first);
  const alone = named.length === 0;
  const framed =
    alone && owner.length === 0 && listed !== "visit"
      ? framedParties(clause, first, last, listed === "phone" || listed === "video")
      : [];
  return {
    named,
    owner,
    subject,
    asked: alone ? askedOf(clause, first) : [],
    framed,
    held,
    between: clause.tokens.slice(last + 1, last + 10).some((t) => t.lower === "between" || t.lower === "among"),
    anaphoric: alone && !ofAnother(clause, first) && BACK.test(determiner(clause, first)),
    happens: framed.length >= 2 || staged(clause, first, last),
  };
}

const BACK = /^(?:the|this|that|their|these)$/;

/** Words behind the noun that lead to whom it is with. */
function prepositionsOf({ clause, last, listed }: LiveNoun): ReadonlySet<string> {
  const words = new Set(["with", "between", "among"]);
  if (listed === "meeting" && clause.tokens[last + 1]?.lower === "of") words.add("of");
  if (listed === "visit") for (const w of ["to", "by", "of"]) words.add(w);
  if (clause.tokens[last]?.lemma === "call" && listed === "visit") words.add("on"); // “a courtesy call on X”
  if (listed === "phone") for (const w of ["to", "from"]) words.add(w);
  return words;
}

/** Where a visit goes: “[Praia] visit”, its hosts, the country that is reached. */
function visitedBy(
  { clause, first, governor }: LiveNoun,
  subject: readonly number[],
  behind: readonly number[],
): readonly number[] {
  const person = subject.some((p) => clause.actors.actors[p]?.kind === "person");
  return [
    ...(person ? directBefore(clause, first) : []),
    ...hostsIn(clause),
    ...(behind.length > 0 ? [] : reached(clause, governor, first)),
  ];
}

/** “the meeting of political advisers”, “of the Security Council”: theirs, not that of those the sentence is about. */
const OTHERS = /^(?:group|organisation|unnamed)$/;

/** Those whose contact it is. */
export function partiesOf({ clause, last, listed }: LiveNoun, sides: Sides, joins: boolean): readonly number[] {
  const { named, owner, asked, framed, held, between, anaphoric, happens } = sides;
  if (framed.length >= 2) return framed;
  const attended = anaphoric ? attendants(clause, last) : [];
  if (attended.length > 0) return attended;
  const visited = listed === "visit" && /^(?:of|by)$/.test(clause.tokens[last + 1]?.lower ?? ""); // “the visit of X to Y”
  const mere = anaphoric && !happens && !joins && owner.length === 0; // “A and B welcomed the meeting”
  if (between || visited || mere || held !== null) return [...new Set([...named, ...asked])];
  return [...new Set([...(owner.length > 0 ? owner : sides.subject), ...named, ...asked])];
}

const TO: ReadonlySet<string> = new Set(["to"]);
/** Words of “of Turkish Foreign Minister Mevlut Cavusoglu to”. */
const GOAL_REACH = 12;

/** “the visit of X to [Y]”: where it goes, behind whose it is. */
export function goalOf({ clause, last, listed }: LiveNoun): readonly number[] {
  if (listed !== "visit" || !/^(?:of|by)$/.test(clause.tokens[last + 1]?.lower ?? "")) return [];
  return afterWord(clause, last, TO, GOAL_REACH);
}

/** “arrived in [Fiji] on an official visit”: the country somebody comes to; not “flew to Fiji after a visit”. */
function reached({ tokens, mentions, actors, cues }: Clause, verb: number, first: number): readonly number[] {
  if (verb >= first || !cues.motion.has(tokens[verb]?.lemma ?? "")) return [];
  const leads = tokens.slice(verb + 1, first).findLast((t) => /^(?:ADP|SCONJ|VERB)$/.test(t.upos));
  if (leads === undefined || !/^(?:on|for)$/.test(leads.lower)) return [];
  const goal = mentions.find((m) => m.first > verb + 1 && m.last < first && /^(?:in|to)$/.test(tokens[m.first - 1]?.lower ?? "")); // biome-ignore format: one line reads best
  return goal?.actors.filter((a) => actors.actors[a]?.kind === "country") ?? [];
}

/** “asked X for a meeting”: whom. */
function askedOf(clause: Clause, first: number): readonly number[] {
  const start = /^(?:DET|ADJ)$/.test(clause.tokens[first - 1]?.upos ?? "") ? first - 1 : first;
  const asking = askedFor(clause, start);
  return asking === null ? [] : directAfter(clause, asking);
}

/** “the General Assembly meetings”: meetings of a body, not the contact told of. */
function ofAnother(clause: Clause, first: number): boolean {
  return clause.mentions.some((m) => m.kind === "name" && m.last === first - 1);
}
