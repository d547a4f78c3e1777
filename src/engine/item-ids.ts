import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Span } from "./base/span.js";
import { makeOffsetMap } from "./document/offset-map.js";
import type { EventRecord, ReadoutRecord } from "./record.js";

/** Bytes of the hash that make an id: 16 hexadecimal digits. */
const ID_BYTES = 8;

/** An item of a record outside it: what it is called there, its lasting id, and the place of its first evidence. */
export interface ItemId {
  /** Id within the record: `e1`, `k1`, `c1`, `m1`, `a1`. */
  readonly local: string;
  readonly kind: "actor" | "claim" | "event" | "contact" | "commitment";
  readonly id: string;
  /** Its evidence in the text as received. */
  readonly source: readonly Span[];
}

/** What the lasting id of an item is made from. */
interface Draft {
  readonly local: string;
  readonly kind: ItemId["kind"];
  /** What tells items of one passage apart: event and mode, channel. */
  readonly detail: string;
  readonly spans: readonly Span[];
}

/**
 * Lasting ids of a record's items: the first 16 hexadecimal digits of the sha256 of document hash, kind of item and place
 * of its first evidence in the text as received. They stay the same from run to run, and with or without repair. Items of
 * one kind from one passage are told apart by their order.
 */
export function itemIds(record: ReadoutRecord): ItemId[] {
  const map = makeOffsetMap(record.document.repairs);
  const seen = new Map<string, number>();
  return draftsOf(record).map(({ local, kind, detail, spans }) => {
    const source = spans.map((span) => map.toSource(span));
    const [start, end] = source[0] ?? [0, 0];
    const key = `${record.document.hash}\n${kind}${detail}\n${start}-${end}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { local, kind, id: shortHash(count === 1 ? key : `${key}\n${count}`), source };
  });
}

/** Lasting ids of a record's events, in their order. */
export function eventIds(record: ReadoutRecord): string[] {
  return itemIds(record).flatMap(({ kind, id }) => (kind === "event" ? [id] : []));
}

function draftsOf({ actors, claims, events, contacts }: ReadoutRecord): Draft[] {
  return [
    ...actors.map(
      ({ id, mentions }): Draft => ({ local: id, kind: "actor", detail: "", spans: mentions.map(({ span }) => span) }),
    ),
    ...claims.map(({ id, content }): Draft => ({ local: id, kind: "claim", detail: "", spans: [content] })),
    ...events.map(
      (event): Draft => ({ local: event.id, kind: "event", detail: detailOf(event), spans: event.evidence }),
    ),
    ...contacts.map(
      ({ id, channel, evidence }): Draft => ({ local: id, kind: "contact", detail: `/${channel}`, spans: evidence }),
    ),
    ...contacts.flatMap(({ commitments }) =>
      commitments.map(({ id, evidence }): Draft => ({ local: id, kind: "commitment", detail: "", spans: evidence })),
    ),
  ];
}

function detailOf({ event, mode, cameo }: EventRecord): string {
  return `/${event}/${mode ?? ""}/${cameo}`;
}

function shortHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, ID_BYTES));
}
