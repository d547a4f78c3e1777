import { unpackBytes } from "./unpack.js";
import { utf8 } from "./utf8.js";

/** Why a model file was refused. */
export type ModelFault = "foreign" | "version" | "damaged" | "incomplete";

/** A model file that cannot be used. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  constructor(
    readonly code: ModelFault,
    detail: string,
  ) {
    super(`language model refused (${code}): ${detail}`);
  }
}

/** What a section of the file holds. */
export type SectionType = "i4" | "i8" | "u8" | "f16" | "f32" | "i32" | "text";

interface Section {
  readonly type: SectionType;
  readonly shape: readonly number[];
  readonly start: number;
  readonly length: number;
  /** Whether its bytes are written as codes of unlike lengths (`unpack.ts`). */
  readonly packed: boolean;
}

/**
 * The trained weights, as views over the bytes they came in, so that workers can share one buffer; only what is packed, into
 * codes, four bits, or numbers with a point into sixteen, is unpacked anew each time it is asked for.
 */
export class LanguageModel {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly sections: ReadonlyMap<string, Section>,
    /** CRC-32 of the file: what a model that reads this one's states was trained beside. */
    readonly checksum: number,
  ) {}

  has(name: string): boolean {
    return this.sections.has(name);
  }

  shape(name: string): readonly number[] {
    return this.section(name).shape;
  }

  /** Small whole numbers; those of four bits are unpacked, so that they take their room anew in every thread. */
  int8(name: string): Int8Array {
    const packed = this.sections.get(name)?.type === "i4";
    const { buffer, byteOffset, length } = this.bytesOf(name, packed ? "i4" : "i8");
    const bytes = new Int8Array(buffer, byteOffset, length);
    return packed ? unpacked(bytes) : bytes;
  }

  uint8(name: string): Uint8Array {
    return this.bytesOf(name, "u8");
  }

  int32(name: string): Int32Array {
    const { buffer, byteOffset, length } = this.bytesOf(name, "i32");
    return new Int32Array(buffer, byteOffset, length / 4);
  }

  /** Numbers with a point; those of sixteen bits are widened, so that they take their room anew in every thread. */
  float32(name: string): Float32Array {
    const half = this.sections.get(name)?.type === "f16";
    const { buffer, byteOffset, length } = this.bytesOf(name, half ? "f16" : "f32");
    if (half) return Float32Array.from(new Uint16Array(buffer, byteOffset, length / 2), floatOfHalf);
    return new Float32Array(buffer, byteOffset, length / 4);
  }

  text(name: string): string {
    return utf8(this.utf8Of(name));
  }

  /** A text as it lies in the file. */
  utf8Of(name: string): Uint8Array {
    return this.bytesOf(name, "text");
  }

  /** A section's bytes as they were before they were packed. */
  private bytesOf(name: string, wanted: SectionType): Uint8Array {
    const { type, shape, start, length, packed } = this.section(name, wanted);
    const bytes = this.bytes.subarray(start, start + length);
    if (!packed) return bytes;
    const whole = unpackBytes(bytes, sizeOf(type, shape));
    if (whole === null) throw new ModelError("damaged", `the codes of section “${name}” break off or are no full set`);
    return whole;
  }

  private section(name: string, type?: SectionType): Section {
    const section = this.sections.get(name);
    if (section === undefined) throw new ModelError("incomplete", `no section “${name}”`);
    if (type !== undefined && section.type !== type)
      throw new ModelError("incomplete", `section “${name}” is ${section.type}, not ${type}`);
    return section;
  }
}

/** What sixteen bits stand for. Source: IEEE 754, binary16; no model holds infinities. */
export function floatOfHalf(bits: number): number {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return bits >> 15 === 0 ? size : -size;
}

/** Numbers of four bits, two a byte, the lower half first. */
function unpacked(bytes: Int8Array): Int8Array {
  const values = new Int8Array(2 * bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    values[2 * i] = (byte << 28) >> 28;
    values[2 * i + 1] = byte >> 4;
  }
  return values;
}

/**
 * Layout, little-endian: 8 bytes magic, u32 format version, u32 length of the file, u32 length of the directory, u32
 * CRC-32 of everything after these 24 bytes; then the directory, lines of `name type shape start length` in UTF-8, with
 * ` packed` behind where the bytes are codes; then the sections, each at a multiple of 16 bytes from the file's start.
 */
export const MAGIC = "READOUT\u0001";
export const FORMAT_VERSION = 1;
export const HEADER_BYTES = 24;

/** CRC-32 (ISO 3309) of bytes; whoever runs the engine may have a faster one than ours. */
export type Checksum = (bytes: Uint8Array) => number;

/**
 * Checks a model file and opens it. The bytes are kept, not copied (unless they lie askew in their buffer), and must not
 * change afterwards.
 * @throws ModelError for a foreign, damaged or incomplete file, or one of another format version.
 */
export function loadLanguageModel(given: Uint8Array, checksum: Checksum = (bytes) => crc32(bytes, 0)): LanguageModel {
  const bytes = given.byteOffset % 16 === 0 ? given : given.slice();
  if (bytes.length < HEADER_BYTES)
    throw new ModelError("foreign", `${bytes.length} bytes are too few for a model file`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let i = 0; i < MAGIC.length; i++) {
    if (bytes[i] !== MAGIC.charCodeAt(i))
      throw new ModelError("foreign", "the file does not begin as a Readout model does");
  }
  const version = view.getUint32(8, true);
  if (version !== FORMAT_VERSION)
    throw new ModelError("version", `format version ${version}, this engine reads ${FORMAT_VERSION}`);
  const size = view.getUint32(12, true);
  if (size !== bytes.length) throw new ModelError("damaged", `${bytes.length} bytes where the header says ${size}`);
  if (checksum(bytes.subarray(HEADER_BYTES)) !== view.getUint32(20, true))
    throw new ModelError("damaged", "the checksum does not match");
  const end = HEADER_BYTES + view.getUint32(16, true);
  if (end > bytes.length) throw new ModelError("damaged", "the directory runs past the end");
  const directory = utf8(bytes.subarray(HEADER_BYTES, end));
  if (!directory.endsWith("\n")) throw new ModelError("damaged", "the directory breaks off");
  return new LanguageModel(bytes, readDirectory(directory, bytes.length), view.getUint32(20, true));
}

const WIDTH: Readonly<Record<SectionType, number>> = { i4: 0.5, i8: 1, u8: 1, f16: 2, f32: 4, i32: 4, text: 1 };

/** Bytes of a section that is not packed. */
export const sizeOf = (type: SectionType, shape: readonly number[]): number =>
  shape.reduce((a, b) => a * b, WIDTH[type]);

/** How a packed section is marked in the directory, and how many bytes it may stand for. */
export const PACKED = "packed";
const MOST_UNPACKED = 2 ** 26;

function isSectionType(type: string): type is SectionType {
  return Object.hasOwn(WIDTH, type);
}

function readDirectory(directory: string, size: number): Map<string, Section> {
  const sections = new Map<string, Section>();
  for (const line of directory.split("\n")) {
    if (line === "") continue;
    const [name = "", type = "", shapes = "", start = "", length = "", how = ""] = line.split(" ");
    const shape = shapes.split(",").map(Number);
    const section = { shape, start: Number(start), length: Number(length), packed: how === PACKED };
    if (!isSectionType(type)) throw new ModelError("damaged", `section “${name}” of unknown type “${type}”`);
    const inside =
      Number.isInteger(section.start) &&
      Number.isInteger(section.length) &&
      section.start % 16 === 0 &&
      section.length >= 0;
    const filled = section.packed ? sizeOf(type, shape) <= MOST_UNPACKED : sizeOf(type, shape) === section.length;
    if (!inside || !filled || (how !== "" && !section.packed) || section.start + section.length > size)
      throw new ModelError("damaged", `section “${name}” has no sound place`);
    sections.set(name, { type, ...section });
  }
  return sections;
}

/** CRC-32 (ISO 3309), of the bytes from `from` on; four bytes a step (Kounavis and Berry 2005). */
export function crc32(bytes: Uint8Array, from: number): number {
  const tables = crcTables();
  const look = (table: number, byte: number): number => tables[table * 256 + (byte & 255)] ?? 0;
  let crc = -1;
  let i = from;
  for (; i + 4 <= bytes.length; i += 4) {
    crc ^= (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24);
    crc = look(3, crc) ^ look(2, crc >>> 8) ^ look(1, crc >>> 16) ^ look(0, crc >>> 24);
  }
  for (; i < bytes.length; i++) crc = look(0, crc ^ (bytes[i] ?? 0)) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

function crcTables(): Int32Array {
  const tables = new Int32Array(1024);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    tables[n] = c;
  }
  for (let n = 256; n < 1024; n++) {
    const before = tables[n - 256] ?? 0;
    tables[n] = (before >>> 8) ^ (tables[before & 255] ?? 0);
  }
  return tables;
}
