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
  const bytes = Uint8Array.from(given); // from the start of a buffer of its own, so that numbers of four bytes lie right
  const view = new DataView(bytes.buffer);
  const size = view.getUint32(0, true);
  const header = JSON.parse(Buffer.from(bytes.buffer, 4, size).toString()) as Header; // written by encodeSketch alone
  let at = 4 + Math.ceil(size / 4) * 4;
  const wide = (index: number): Uint32Array => {
    const length = header.lengths[index] ?? 0;
    at += length * 4;
    if (LITTLE_ENDIAN) return new Uint32Array(bytes.buffer, at - length * 4, length);
    return Uint32Array.from({ length }, (_, i) => view.getUint32(at + (i - length) * 4, true));
  };
  const narrow = (index: number): Uint8Array => {
    const length = header.lengths[index] ?? 0;
    at += length;
    return bytes.subarray(at - length, at);
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

/** Whether this machine keeps numbers as the bytes have them. */
const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

interface Header extends Pick<Sketch, "document" | "published" | "contact" | "event"> {
  readonly sampling: readonly [number, number];
  readonly lengths: readonly number[];
}
