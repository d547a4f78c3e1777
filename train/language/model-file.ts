import {
  crc32,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  PACKED,
  type SectionType,
  sizeOf,
} from "../../src/engine/language/model.js";
import { unpackBytes } from "../../src/engine/language/unpack.js";
import { packBytes } from "./pack-bytes.js";

/** One section to be written: its name, type, shape and bytes. */
export interface SectionData {
  readonly name: string;
  readonly type: SectionType;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** A text section. */
export function textSection(name: string, text: string): SectionData {
  const bytes = new TextEncoder().encode(text);
  return { name, type: "text", shape: [bytes.length], bytes };
}

const ALIGN = 16;
const up = (n: number): number => Math.ceil(n / ALIGN) * ALIGN;

/** A section as it lies in the file. */
interface Laid extends SectionData {
  readonly packed: boolean;
}

/** A section as short codes where that saves a twentieth. */
function laid(section: SectionData, packing: boolean): Laid {
  const bytes = packing ? packBytes(section.bytes) : section.bytes;
  const packed = bytes.length < 0.95 * section.bytes.length;
  return packed ? { ...section, bytes, packed } : { ...section, packed };
}

/**
 * Lays sections out as `src/engine/language/model.ts` reads them.
 *
 * @param packing Whether sections are packed that are the shorter for it: the file is a quarter smaller and opens later.
 */
export function modelFile(given: readonly SectionData[], packing = false): Uint8Array {
  const sections = given.map((section) => laid(section, packing));
  // The directory's length depends on the offsets it names: a fixed width for numbers cuts the knot.
  const line = (s: Laid, start: number): string =>
    `${s.name} ${s.type} ${s.shape.join(",")} ${String(start).padStart(9, "0")} ${s.bytes.length}${s.packed ? ` ${PACKED}` : ""}\n`;
  const directorySize = new TextEncoder().encode(sections.map((s) => line(s, 0)).join("")).length;
  let at = up(HEADER_BYTES + directorySize);
  const placed = sections.map((section) => {
    const start = at;
    at = up(at + section.bytes.length);
    return { section, start };
  });
  const file = new Uint8Array(at);
  file.set(new TextEncoder().encode(placed.map((p) => line(p.section, p.start)).join("")), HEADER_BYTES);
  for (const { section, start } of placed) file.set(section.bytes, start);
  const view = new DataView(file.buffer);
  for (let i = 0; i < MAGIC.length; i++) file[i] = MAGIC.charCodeAt(i);
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, file.length, true);
  view.setUint32(16, directorySize, true);
  view.setUint32(20, crc32(file, HEADER_BYTES), true);
  return file;
}

/** The sections of a model file, as `modelFile` was given them, packed or not. */
export function sectionsOf(file: Uint8Array): readonly SectionData[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const directory = file.subarray(HEADER_BYTES, HEADER_BYTES + view.getUint32(16, true));
  return new TextDecoder()
    .decode(directory)
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [name = "", type = "", shapes = "", start = "", length = "", how = ""] = line.split(" ");
      const at = Number(start);
      const known = TYPES.find((t) => t === type);
      if (known === undefined) throw new RangeError(`section “${name}” is of no known type`);
      const shape = shapes.split(",").map(Number);
      const bytes = file.subarray(at, at + Number(length));
      const whole = how === PACKED ? unpackBytes(bytes, sizeOf(known, shape)) : bytes;
      if (whole === null) throw new RangeError(`section “${name}” cannot be unpacked`);
      return { name, type: known, shape, bytes: whole };
    });
}

const TYPES: readonly SectionType[] = ["i4", "i8", "u8", "f16", "f32", "i32", "text"];
