import type { ActorTable } from "../actors/types.js";
import type { Channel } from "../base/codes.js";
import { addDays, parseDay } from "../base/day.js";
import { isRelation } from "../language/tree.js";
import type { SaidDay, TimeFrame } from "./details.js";
import { MAX_BACK } from "./look-back.js";
import { fits, isCollective, overlap } from "./sides.js";
import { isLive, type Trigger } from "./trigger.js";
import type { Contact } from "./types.js";

/** A contact while its passages are gathered. */
export interface Draft {
  channel: Channel;
  stated: boolean;
  status: Contact["status"];
  parties: number[];
  sender: number | null;
  day: SaidDay | null;
  triggers: Trigger[];
}

/** The last contacts told, the last one first. */
export function lastOf(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.slice(-MAX_BACK).reverse();
}

/** “Following up on their call in May, they met. They talked about …”: of the news rather than of what it goes on from. */
function newsFirst(drafts: readonly Draft[], times: TimeFrame): readonly Draft[] {
  const last = lastOf(drafts);
  const from = times.published === null ? "" : firstDayOfNews(times.published.value);
  const isPast = ({ triggers, day }: Draft): boolean =>
    triggers.every((t) => t.reality === "background") || (day !== null && day.latest < from);
  return [...last.filter((d) => !isPast(d)), ...last.filter(isPast)];
}

/** Whether a passage places its contact inside a visit told before. */
export function isWithin({ clause, first, channel }: Trigger): boolean {
  if (channel === "visit") return false;
  const { tokens, cues } = clause;
  return tokens
    .slice(0, first)
    .some(
      (t, i) =>
        cues.within.has(t.lower) &&
        tokens.slice(Math.max(0, i - 4), i).some((b) => /^(?:during|part|framework|course)$/.test(b.lower)),
    );
}

/** The contact a passage tells of again. */
export function findDraft(
  drafts: readonly Draft[],
  trigger: Trigger,
  parties: readonly number[],
  day: Draft["day"],
  status: Contact["status"],
  actors: ActorTable,
  times: TimeFrame,
): Draft | null {
  const refers = trigger.anaphoric || parties.length < 2;
  for (const draft of (trigger.anaphoric || !trigger.stated) && trigger.reality === "held"
    ? newsFirst(drafts, times)
    : lastOf(drafts)) {
    if (!sameClass(draft, trigger) || (draft.channel === "visit" && isWithin(trigger))) continue;
    if (!overlap(draft.parties, parties, actors, refers)) continue;
    if (day !== null && draft.day !== null && day.value !== draft.day.value) continue;
    if (
      day !== null &&
      draft.day === null &&
      draft.status === "held" &&
      times.published !== null &&
      day.value < firstDayOfNews(times.published.value)
    )
      continue;
    if (
      !refers &&
      status !== draft.status &&
      (status === "planned" || draft.status === "planned" || status === "proposed")
    )
      continue;
    if (isOff(draft) && trigger.clause.tokens[trigger.first]?.upos === "VERB" && status === "held") continue; // “X, whose talks with Y had been put off, met him”
    if (draft.status === "held" && ["planned", "postponed", "cancelled", "denied"].includes(status)) continue;
    return draft;
  }
  return null;
}

function isSubject({ clause: { sentence }, last }: Trigger): boolean {
  return isRelation(sentence.tree.relation(last), "nsubj");
}

function isOff({ status }: Draft): boolean {
  return status === "postponed" || status === "cancelled";
}

/** News is told within a week: a contact dated longer before the report is another one, told as background. */
const NEWS_DAYS = 6;

/** First day that news of a report can be of; `""`, before all days, when the report's day is not known whole. */
export function firstDayOfNews(published: string): string {
  const day = parseDay(published.slice(0, 10));
  return day === null ? "" : addDays(day, -NEWS_DAYS);
}

function sameClass(draft: Draft, trigger: Trigger): boolean {
  if (!isLive(draft.channel) || !isLive(trigger.channel)) {
    if (isLive(draft.channel) !== isLive(trigger.channel)) return false;
    // “sends condolences to X”, and then: “sent a telegram of condolences to X”
    const named = draft.channel === "message" && draft.sender !== null && draft.sender === trigger.sender;
    return draft.channel === trigger.channel || trigger.anaphoric || trigger.channel === "message" || named;
  }
  if (!trigger.stated) return true;
  if (!draft.stated && trigger.anaphoric) return true;
  return kindOf(draft.channel) === kindOf(trigger.channel);
}

function kindOf(channel: Channel): "call" | "meeting" {
  return channel === "phone" || channel === "video" ? "call" : "meeting";
}

/** “met an adviser to the Danish premier”, then his name: the nameless one of a passage is whom another names, the only one of his side. */
function standsFor(known: number, named: readonly number[], { actors }: ActorTable): boolean {
  const nameless = actors[known];
  if (nameless?.kind !== "unnamed" || nameless.code === null || named.includes(known)) return false;
  return named.filter((p) => actors[p]?.kind === "person" && actors[p]?.code === nameless.code).length === 1;
}

export function join(
  draft: Draft,
  trigger: Trigger,
  parties: readonly number[],
  day: Draft["day"],
  status: Contact["status"],
  actors: ActorTable,
): void {
  draft.triggers.push(trigger);
  if (!draft.stated && trigger.stated && trigger.anaphoric) {
    draft.channel = trigger.channel;
    draft.stated = true;
  }
  if (draft.channel === "meeting" && trigger.channel === "visit" && parties.length >= 2) draft.channel = "visit";
  if (draft.channel === "message" && !isLive(trigger.channel)) draft.channel = trigger.channel;
  draft.day ??= day;
  draft.sender ??= trigger.sender;
  if ((status === "postponed" || status === "cancelled") && draft.status !== "held") draft.status = status;
  // “The meeting did not take place.”; not “Oslo has not confirmed the meeting”
  if (status === "denied" && trigger.anaphoric && draft.status === "planned" && isSubject(trigger))
    draft.status = "cancelled";
  draft.parties = draft.parties.filter((known) => !standsFor(known, parties, actors));
  for (const p of parties) {
    const collective = isCollective(actors.actors[p]?.kind ?? "");
    if (!draft.parties.includes(p) && !(collective && fits(p, draft.parties, actors))) draft.parties.push(p);
  }
}
