import type { Sketch } from "../engine/stories/index.js";

/** Form of the bytes; a ledger that holds another makes its sketches anew. */
const FORM = 1;

/** The parts of a sketch that are lists of numbers, each as four bytes a number or one. */
const listsOf = ({ shingles, head, terms }: Sketch) => [
  shingles.hashes,
  head.hashes,
  terms.hashes,
  terms.rarity,
  terms.total,
  terms.asName,
  terms.inLead,
];

/** A sketch as bytes: length of the header, header in JSON, padding to four bytes, then the lists, little-endian. */
export function encodeSketch(sketch: Sketch): Uint8Array {
  const lists = listsOf(sketch);
  const { document, published, contact, event, shingles, head } = sketch;
  const header = Buffer.from(
    JSON.stringify({
      form: FORM,
      document,
      published,
      contact,
      event,
      sampling: [shingles.sampling, head.sampling],
      lengths: lists.map(({ length }) => length),
    }),
  );
  const start = 4 + Math.ceil(header.length / 4) * 4;
  const bytes = Buffer.alloc(start + lists.reduce((sum, { byteLength }) => sum + byteLength, 0));
  bytes.writeUInt32LE(header.length);
  header.copy(bytes, 4);
  let at = start;
  for (const list of lists) {
    if (list instanceof Uint32Array) for (const value of list) at = bytes.writeUInt32LE(value, at);
    else {
      bytes.set(list, at);
      at += list.length;
    }
  }
  return bytes;
}

/** The sketch back from its bytes. */
export function decodeSketch(given: Uint8Array): Sketch {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length);
  const size = bytes.readUInt32LE();
  const header = JSON.parse(bytes.toString("utf8", 4, 4 + size)) as Header; // written by encodeSketch alone
  let at = 4 + Math.ceil(size / 4) * 4;
  const wide = (index: number): Uint32Array => {
    const list = new Uint32Array(header.lengths[index] ?? 0);
    for (let i = 0; i < list.length; i++, at += 4) list[i] = bytes.readUInt32LE(at);
    return list;
  };
  const narrow = (index: number): Uint8Array => {
    const length = header.lengths[index] ?? 0;
    at += length;
    return Uint8Array.from(bytes.subarray(at - length, at));
  };
  const { document, published, contact, event, sampling } = header;
  return {
    document,
    published,
    shingles: { hashes: wide(0), sampling: sampling[0] },
    head: { hashes: wide(1), sampling: sampling[1] },
    terms: { hashes: wide(2), rarity: narrow(3), total: narrow(4), asName: narrow(5), inLead: narrow(6) },
    contact,
    event,
  };
}

interface Header extends Pick<Sketch, "document" | "published" | "contact" | "event"> {
  readonly sampling: readonly [number, number];
  readonly lengths: readonly number[];
}
