import type { ActorTable } from "../actors/types.js";
import { byCodeUnit, bySpan, type Span } from "../base/span.js";
import type { Told } from "./told.js";

/** An event and every passage that tells it, first the one that tells most. */
export interface Joined {
  readonly lead: Told;
  readonly all: readonly Told[];
}

/** Joins passages that tell the same event: same act, same sides, same matter. Two agreements on two matters stay two. */
export function joinTold(told: readonly Told[]): readonly Joined[] {
  const groups: Told[][] = [];
  const alike = new Map<string, Told[][]>(); // groups by what passages of one event always share
  for (const passage of [...told.filter((t) => !t.headline), ...told.filter((t) => t.headline)]) {
    const key = keyOf(passage);
    const known = alike.get(key) ?? [];
    const group = known.slice(-MAX_MATTERS).find((g) => g.slice(0, MAX_TELLINGS).some((o) => sameEvent(o, passage)));
    if (group !== undefined) {
      group.push(passage);
      continue;
    }
    const own = [passage];
    groups.push(own);
    known.push(own);
    alike.set(key, known);
  }
  return groups.flatMap((group) => {
    const all = [...group].sort((a, b) => bySpan(a.span, b.span) || a.trigger - b.trigger);
    const lead = all.find((t) => !t.headline) ?? all[0];
    return lead === undefined ? [] : [{ lead, all }];
  });
}

/** Matters between the same sides, and tellings of one, that a passage is held against: no report has more. */
const [MAX_MATTERS, MAX_TELLINGS] = [200, 50];

/** What two passages of one event have in common: the act, and the acting side by its codes. */
function keyOf({ event, negated, status, actor, clause }: Told): string {
  const sides = new Set(actor.map((index) => sideOf(index, clause.actors, true)));
  return [event, negated, status === "historical", ...[...sides].sort(byCodeUnit)].join(" ");
}

function sideOf(index: number, { actors }: ActorTable, byCode: boolean): string {
  const actor = actors[index];
  return byCode && actor?.code != null && actor.kind !== "group" ? actor.code : `#${index}`;
}

function sameEvent(a: Told, b: Told): boolean {
  if (a.event !== b.event || a.negated !== b.negated) return false;
  if ((a.status === "historical") !== (b.status === "historical")) return false;
  if (
    a.date !== null &&
    b.date !== null &&
    !a.headline &&
    !b.headline &&
    !a.date.value.startsWith(b.date.value) &&
    !b.date.value.startsWith(a.date.value)
  )
    return false;
  if (a.headline || b.headline)
    return (
      a.cameo.slice(0, 2) === b.cameo.slice(0, 2) &&
      (a.event !== "SUPPORT" || a.cameo === b.cameo) &&
      sameSides(a, b, true)
    );
  return sameSides(a, b, a.lemma === b.lemma) && sameMatter(a, b);
}

function sameSides(a: Told, b: Told, byCode: boolean): boolean {
  return (
    equal(a.actor, b.actor, a, byCode) &&
    (equal(a.recipient, b.recipient, a, byCode) || (byCode && (a.recipient.length === 0 || b.recipient.length === 0)))
  );
}

function equal(a: readonly number[], b: readonly number[], told: Told, byCode: boolean): boolean {
  const key = (index: number): string => sideOf(index, told.clause.actors, byCode);
  const [left, right] = [new Set(a.map(key)), new Set(b.map(key))];
  return left.size === right.size && [...left].every((k) => right.has(k));
}

const ALIKE = 0.34; // share of content words that two tellings of one matter have in common

/** Praise of the same kind is told again; what is agreed, asked or refused is told again when the words agree. */
function sameMatter(a: Told, b: Told): boolean {
  if (a.event === "SUPPORT" && a.cameo === b.cameo)
    return stem(a.lemma) === stem(b.lemma) && (isGreeting(a.lemma) || alike(a.words, b.words));
  if (a.cameo !== b.cameo && a.event !== "ASSAULT") return false;
  return a.lemma === b.lemma && a.words.length === 0 ? b.words.length === 0 : alike(a.words, b.words);
}

function isGreeting(lemma: string): boolean {
  return stem(lemma) === "congrat";
}

/** “congratulate”, “congratulatory telegram” and “birthday greeting” tell one greeting. */
function stem(lemma: string): string {
  return /^(?:congrat|felicit|birthday|greeting|well wish|best wish)/.test(lemma) ? "congrat" : lemma.slice(0, 7);
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  if (left.size === 0 || right.size === 0) return left.size === right.size;
  const common = [...left].filter((w) => right.has(w)).length;
  return common / (left.size + right.size - common) >= ALIKE;
}

/** Spans of the passages in order, each once. */
export function evidenceOf(all: readonly Told[]): readonly Span[] {
  const seen = new Map<string, Span>();
  for (const { span } of all) seen.set(span.join(":"), span);
  return [...seen.values()].sort((a, b) => bySpan(a, b) || byCodeUnit(a.join(), b.join()));
}
