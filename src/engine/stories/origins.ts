import { byCodeUnit } from "../base/span.js";
import type { ReadoutRecord } from "../record.js";

/** Who stands behind a report, from the strongest claim on it to none. */
export const ORIGIN_KINDS = ["agency", "outlet", "press-service", "unknown"] as const;

/** Where a text comes from: whose report it is. */
export interface Origin {
  readonly kind: (typeof ORIGIN_KINDS)[number];
  /** Name of agency, outlet or press service; the group of copies where none is known. */
  readonly name: string;
}

/** Whose report an article is: the agency's it names, else its outlet's own, else that of the press service it rests on. */
export function originOf(record: ReadoutRecord): Origin {
  const { agency, outlet, hash } = record.document;
  if (agency !== null) return { kind: "agency", name: agency };
  if (outlet !== null) return { kind: "outlet", name: outlet };
  const publisher = record.contacts.flatMap(({ publishedBy }) => publishedBy)[0];
  const actor = record.actors.find(({ id }) => id === publisher);
  return actor === undefined ? { kind: "unknown", name: hash } : { kind: "press-service", name: actor.name };
}

/** An article of a story, with the group of copies it is in. */
export interface StoryMember {
  readonly copy: string;
  readonly origin: Origin;
}

/**
 * The independent origins of a story, ascending by name: copies of one text count once, under the strongest origin that
 * any of them names (a reprint that credits its agency tells whose text all the others are), and so do texts of one origin.
 */
export function independentOrigins(members: readonly StoryMember[]): Origin[] {
  const texts = new Map<string, Origin>();
  for (const { copy, origin } of members) {
    const known = texts.get(copy);
    if (known === undefined || byStrength(origin, known) < 0) texts.set(copy, origin);
  }
  const origins = new Map<string, Origin>();
  for (const [copy, origin] of texts) {
    const named = origin.kind === "unknown" ? { kind: origin.kind, name: copy } : origin;
    origins.set(`${named.kind} ${named.name.toLowerCase()}`, named);
  }
  return [...origins].sort(([a], [b]) => byCodeUnit(a, b)).map(([, origin]) => origin);
}

function byStrength(a: Origin, b: Origin): number {
  return ORIGIN_KINDS.indexOf(a.kind) - ORIGIN_KINDS.indexOf(b.kind) || byCodeUnit(a.name, b.name);
}
