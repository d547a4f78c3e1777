import type { Actor, Mention, StandIn } from "./actors/types.js";
import { groupBy } from "./base/group-by.js";
import { OverlapIndex } from "./base/overlap-index.js";
import { bySpan, contains, type Span } from "./base/span.js";
import { wellFormed } from "./document/well-formed.js";
import type { CodedEvent } from "./events/types.js";
import type { Reading } from "./read.js";
import type { ActorRecord } from "./record.js";

/** The actors of an article as the record has them, with every phrase that means them or through which an event reaches them. */
export function actorRecords(
  written: readonly Actor[],
  reading: Reading,
  events: readonly CodedEvent[],
  actorId: (index: number) => string,
): ActorRecord[] {
  const { actors, document } = reading;
  const mentioned = new Map<number, Mention[]>();
  for (const m of actors.mentions) for (const actor of new Set(m.actors)) pushTo(mentioned, actor, m);
  const passages = new Map<number, Span[]>();
  for (const { actor, recipient, evidence } of events)
    for (const party of new Set([...actor, ...recipient])) for (const span of evidence) pushTo(passages, party, span);
  const standIns = groupBy(ownStandIns(actors), (s) => s.actor);
  const through = groupBy(
    events.flatMap((event) => event.through),
    (t) => t.actor,
  );
  return written.map((actor) => ({
    id: actorId(actor.index),
    name: shortName(actor.name),
    kind: actor.kind,
    code: actor.code,
    sector: [...actor.sector],
    office: actor.office,
    wikidata: actor.wikidata,
    why: actor.why,
    mentions: withPhrases(
      mentioned.get(actor.index) ?? [],
      reachedThrough(
        standIns.get(actor.index) ?? [],
        passages.get(actor.index) ?? [],
        mentioned.get(actor.index) ?? [],
      ),
      through.get(actor.index) ?? [],
    )
      .sort((a, b) => bySpan(a.span, b.span))
      .map((m) => ({ span: [...m.span], text: document.text.slice(...m.span), kind: m.kind })),
  }));
}

/** Longest name of an actor, in UTF-16 code units: a run of thousands of capitals is no name, and no index of a ledger holds it. */
const LONGEST_NAME = 300;

function shortName(name: string): string {
  return name.length <= LONGEST_NAME ? name : wellFormed(name.slice(0, LONGEST_NAME));
}

/** The things that stand for somebody, without those that name another person too: “Holm's meeting with Lind”. */
function ownStandIns({ actors, mentions, standIns }: Reading["actors"]): readonly StandIn[] {
  const persons = mentions.filter((m) => m.actors.every((a) => actors[a]?.kind === "person") && m.kind !== "pronoun");
  const index = new OverlapIndex(persons.map((m) => m.span));
  return standIns.filter(({ actor, span }) =>
    index.overlapping([span]).every((at) => persons[at]?.actors.includes(actor) === true),
  );
}

function pushTo<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Mentions, and the phrases through which events reach their actor, each once. */
function withPhrases(
  mentions: readonly Mention[],
  ...phrases: readonly (readonly { readonly span: Span }[])[]
): { readonly span: Span; readonly kind: Mention["kind"] }[] {
  const known = new Set(mentions.map((m) => m.span.join()));
  const more = phrases.flat().filter(({ span }) => {
    const key = span.join();
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return [...mentions, ...more.map(({ span }) => ({ span, kind: "description" as const }))];
}

/** The phrases through which an event reaches an actor, in a passage that mentions him nowhere else. */
function reachedThrough(
  standIns: readonly StandIn[],
  passages: readonly Span[],
  mentions: readonly Mention[],
): readonly { readonly span: Span; readonly kind: "description" }[] {
  if (standIns.length === 0 || passages.length === 0) return [];
  const [told, own] = [new OverlapIndex(passages), new OverlapIndex(mentions.map((m) => m.span))];
  const holdsNoOther = (passage: Span, span: Span): boolean =>
    own.overlapping([passage]).every((at) => {
      const mention = mentions[at]?.span ?? span;
      return !contains(passage, mention) || contains(span, mention);
    });
  const reaches = (span: Span): boolean =>
    told.overlapping([span]).some((at) => {
      const passage = passages[at];
      return passage !== undefined && contains(passage, span) && holdsNoOther(passage, span);
    });
  return standIns
    .filter((s) => (s.kind === "place" ? told.overlapping([s.span]).length > 0 : reaches(s.span)))
    .map((s) => ({ span: s.span, kind: "description" }));
}
