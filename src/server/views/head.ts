import type { ReadoutRecord } from "../../engine/record.js";

/** The record without mentions that stand further down. */
export function withoutLaterMentions(record: ReadoutRecord, at: number): ReadoutRecord {
  const actors = record.actors.map((actor) => ({
    ...actor,
    mentions: actor.mentions.filter(({ span }) => span[0] < at),
  }));
  return { ...record, actors };
}
