import { crc32, FORMAT_VERSION, HEADER_BYTES, MAGIC, type SectionType } from "../../src/engine/language/model.js";

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

/** Lays sections out as `src/engine/language/model.ts` reads them. */
export function modelFile(sections: readonly SectionData[]): Uint8Array {
  // The directory's length depends on the offsets it names: a fixed width for numbers cuts the knot.
  const line = (s: SectionData, start: number): string =>
    `${s.name} ${s.type} ${s.shape.join(",")} ${String(start).padStart(9, "0")} ${s.bytes.length}\n`;
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

/** The sections of a model file, as `modelFile` was given them. */
export function sectionsOf(file: Uint8Array): readonly SectionData[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const directory = file.subarray(HEADER_BYTES, HEADER_BYTES + view.getUint32(16, true));
  return new TextDecoder()
    .decode(directory)
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [name = "", type = "", shape = "", start = "", length = ""] = line.split(" ");
      const at = Number(start);
      const known = TYPES.find((t) => t === type);
      if (known === undefined) throw new RangeError(`section “${name}” is of no known type`);
      return { name, type: known, shape: shape.split(",").map(Number), bytes: file.subarray(at, at + Number(length)) };
    });
}

const TYPES: readonly SectionType[] = ["i4", "i8", "u8", "f16", "f32", "i32", "text"];
