import type { ActorTable } from "../actors/types.js";
import type { Channel } from "../base/codes.js";
import { type Clause, wordsIn } from "./clause.js";
import type { SaidDay, TimeFrame } from "./details.js";
import { type Draft, findDraft, firstDayOfNews, isWithin, join, lastOf } from "./join.js";
import { MAX_BACK } from "./look-back.js";
import { partiesOfSentence } from "./sentence-parties.js";
import { diplomatic, overlap, sidesOnly, withHost } from "./sides.js";
import { isLive, type Trigger } from "./trigger.js";
import type { Contact } from "./types.js";

/** A contact with the passages that tell of it. */
export interface Gathered {
  readonly channel: Channel;
  readonly status: Contact["status"];
  readonly parties: readonly number[];
  readonly sender: number | null;
  readonly day: SaidDay | null;
  readonly triggers: readonly Trigger[];
  readonly background: boolean;
  /** Index of the visit it was held within, or `null`. */
  readonly partOf: number | null;
  /** Code of the country a visit goes to. */
  readonly destination: string | null;
  readonly confidence: number;
}

interface Sides {
  readonly channel: Channel;
  readonly parties: readonly number[];
}

type DayOf = (trigger: Trigger) => SaidDay | null;

/** Joins the passages that tell of one contact; passages that only refer to a contact go to the one they mean. */
export function gatherContacts(
  triggers: readonly Trigger[],
  clauses: readonly Clause[],
  dayOf: DayOf,
  times: TimeFrame,
): readonly Gathered[] {
  const drafts: Draft[] = [];
  const actors = clauses[0]?.actors;
  if (actors === undefined) return [];
  let isHeld = false; // once it is, it stays so
  for (const trigger of [...triggers.filter((t) => !t.weak), ...triggers.filter((t) => t.weak)]) {
    if (trigger.reality === "none") continue;
    isHeld = isHeld || (trigger.weak && drafts.some((d) => d.status === "held" && isLive(d.channel)));
    if (trigger.weak && isHeld) continue;
    const told = trigger.weak ? greetingAs(trigger, drafts) : trigger;
    const day = dayOf(trigger);
    for (const parties of splits(told)) place(drafts, told, parties, day, actors, times);
  }
  const told = drafts
    .map((d) => ({ ...d, parties: sidesOnly(d.parties, actors, visitedIn(d)) }))
    .map((d) =>
      d.channel === "visit" && (d.status === "postponed" || d.status === "cancelled")
        ? { ...d, parties: withHost(d.parties, actors) }
        : d,
    )
    .filter((d) => diplomatic(d.parties, actors));
  return told.map(({ stated, ...d }, at) => ({
    ...d,
    channel: callsWithin(d, told.slice(0, at)) ? "meeting" : d.channel,
    partOf: visitOf(d, told),
    background: isBackground(d, times),
    destination: destinationOf(d),
    confidence: stated ? 0.95 : 0.85,
  }));
}

/** Code of the country that a visit goes to. */
function destinationOf({ triggers }: Pick<Draft, "triggers">): string | null {
  return triggers.find((t) => t.destination !== null)?.destination ?? null;
}

/** The country that takes part since it is visited, where a verb says so: “visited Ukraine”, not “called on Russia to …”. */
function visitedIn({ channel, triggers }: Pick<Draft, "channel" | "triggers">): string | null {
  const visit = triggers.find((t) => t.destination !== null && t.clause.tokens[t.first]?.lemma === "visit");
  return channel === "visit" ? (visit?.destination ?? null) : null;
}

/** A greeting where telegrams are told: one of them, with the greeter as its sender. */
function greetingAs(trigger: Trigger, drafts: readonly Draft[]): Trigger {
  const told = drafts.find((d) => d.status === "held" && !isLive(d.channel));
  return told === undefined ? trigger : { ...trigger, channel: told.channel };
}

/** “paid an official visit. On Tuesday he called on X”: somebody met in the country already told as visited. */
function callsWithin(draft: Omit<Draft, "stated" | "parties"> & Sides, all: readonly Sides[]): boolean {
  if (draft.channel !== "visit" || !draft.triggers.every((t) => t.clause.tokens[t.first]?.lemma === "call"))
    return false;
  const visit = all.slice(-MAX_BACK).find((o) => o.channel === "visit" && o.parties !== draft.parties);
  return visit?.parties.some((p) => draft.parties.includes(p)) === true;
}

/** “During the visit he met X”: the visit of one of the parties that the meeting belongs to. */
function visitOf(draft: Sides & Pick<Draft, "triggers">, all: readonly Sides[]): number | null {
  if (draft.channel === "visit" || !draft.triggers.some(isWithin)) return null;
  const at = all
    .slice(0, MAX_BACK)
    .findIndex((o) => o.channel === "visit" && o.parties.some((p) => draft.parties.includes(p)));
  return at < 0 ? null : at;
}

/** Dated well before the report, or told as earlier. */
function isBackground(draft: Pick<Draft, "triggers" | "day">, times: TimeFrame): boolean {
  if (draft.triggers.every((t) => t.reality === "background")) return true;
  return draft.day !== null && times.published !== null && draft.day.latest < firstDayOfNews(times.published.value);
}

/** “spoke separately with A and B” is two contacts of the subject. */
function splits(trigger: Trigger): readonly (readonly number[])[] {
  const [first, ...others] = trigger.parties;
  if (!trigger.separate || first === undefined || others.length < 2) return [trigger.parties];
  return others.map((other) => [first, other]);
}

function place(
  drafts: Draft[],
  trigger: Trigger,
  parties: readonly number[],
  day: Draft["day"],
  actors: ActorTable,
  times: TimeFrame,
): void {
  if (trigger.joins) {
    const told = trigger.reality === "held" ? lastTold(drafts, trigger) : null;
    if (told !== null) join(told, trigger, parties, day, told.status, actors);
    return;
  }
  const counted = trigger.counted === true ? countedIn(drafts, parties, actors) : null;
  if (counted !== null) {
    counted.triggers.push(trigger);
    return;
  }
  if (
    trigger.reality === "background" &&
    ((day === null && !isEarlier(trigger)) || (parties.length < 2 && !trigger.anaphoric))
  )
    return;
  const status = trigger.reality === "background" || trigger.reality === "none" ? "held" : trigger.reality;
  const known = findDraft(drafts, trigger, parties, day, status, actors, times);
  if (known !== null) {
    join(known, trigger, parties, day, status, actors);
    return;
  }
  if (trigger.anaphoric && trigger.reality === "planned" && parties.length === 0 && isOnlyTime(trigger)) return;
  const again = trigger.anaphoric && trigger.reality === "background" ? (lastTold(drafts, trigger)?.parties ?? []) : [];
  const whole =
    again.length > 0
      ? again
      : parties.length >= 2 && diplomatic(parties, actors)
        ? parties
        : partiesOfSentence(trigger, parties, actors);
  if (whole.length < 2 || (trigger.anaphoric && again.length === 0 && drafts.length > 0 && trigger.parties.length < 2))
    return;
  drafts.push({
    channel: trigger.channel,
    stated: trigger.stated,
    status,
    parties: [...whole],
    sender: trigger.sender,
    day,
    triggers: [trigger],
  });
}

/** “On the eve of [the summit], A met B”, “ahead of the talks”: when something was, no contact of those named. */
function isOnlyTime({ clause: { tokens }, first }: Trigger): boolean {
  const before = wordsIn(tokens, first - 5, first);
  return /(?:^| )(?:eve of|ahead of|prior to|before)(?: |$)/.test(before);
}

/** “It was their third call this year”: the contact told before, which is the third. */
function countedIn(drafts: readonly Draft[], parties: readonly number[], actors: ActorTable): Draft | null {
  return lastOf(drafts).find((d) => isLive(d.channel) && overlap(d.parties, parties, actors, true)) ?? null;
}

/** “Earlier he had sent a telegram”: of these days, though before what the report tells. */
function isEarlier(trigger: Trigger): boolean {
  return trigger.clause.tokens[0]?.lower === "earlier";
}

/** The live contact that the sentences right before a passage tell of. */
function lastTold(drafts: readonly Draft[], trigger: Trigger): Draft | null {
  const at = trigger.clause.sentence.index;
  const live = lastOf(drafts).filter((d) => isLive(d.channel));
  const [only, ...others] = live;
  // Readouts say at their end who took part.
  if (trigger.joins && only !== undefined && others.length === 0 && only.status === "held") return only;
  return live.find((d) => d.triggers.some((t) => at - t.clause.sentence.index <= JOIN_SENTENCES)) ?? null;
}

/** Sentences after which “joined by” no longer speaks of the contact told before. */
const JOIN_SENTENCES = 3;
