import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { makeOffsetMap } from "../engine/document/offset-map.js";
import type { EventRecord, ReadoutRecord } from "../engine/record.js";

/** Bytes of the hash that make an id: 16 hexadecimal digits. */
const ID_BYTES = 8;

/**
 * Lasting ids of a record's events, in their order: the first 16 hexadecimal digits of the sha256 of document hash, kind
 * of item and place of its first evidence in the text as received. They stay the same from run to run, and with or
 * without repair. Events of one kind from one passage are told apart by their order.
 */
export function eventIds(record: ReadoutRecord): string[] {
  const map = makeOffsetMap(record.document.repairs);
  const seen = new Map<string, number>();
  return record.events.map((event) => {
    const [start, end] = map.toSource(event.evidence[0] ?? [0, 0]);
    const key = `${record.document.hash}\n${kindOf(event)}\n${start}-${end}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return shortHash(count === 1 ? key : `${key}\n${count}`);
  });
}

function kindOf({ event, mode, cameo }: EventRecord): string {
  return `event/${event}/${mode ?? ""}/${cameo}`;
}

function shortHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, ID_BYTES));
}
