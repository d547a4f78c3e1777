import { fromCodePage1252 } from "../engine/document/encoding.js";

/** Encodings that are told apart. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251" | "windows-1252";

export interface Decoded {
  /** The text without its byte-order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a file is looked at to tell text from other data and UTF-16 by its zero bytes. */
const SAMPLE = 65_536;
/** Share of zero bytes on one side of the pairs from which on bytes without a mark are UTF-16. */
const ZERO_SHARE = 0.3;
/** Share of control characters from which on bytes are no text. */
const CONTROL_SHARE = 0.02;

/** First bytes of formats that are no text, though parts of them may look so. */
const SIGNATURES = ["%PDF-", "PK\u0003\u0004", "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "\u001f\u008b", "\u007fELF", "\u00d0\u00cf\u0011\u00e0", "{\\rtf", "Rar!", "SQLite format"]; // biome-ignore format: one line reads best

/**
 * Decodes text of unknown encoding: by its byte-order mark, by its zero bytes, as UTF-8 where it is valid (a character
 * cut off at the end is forgiven), else as the Windows code page its letters speak for.
 *
 * @returns `null` for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = readMark(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  if (hasSignature(bytes)) return null;
  const wide = guessWide(bytes);
  if (wide !== null) {
    const decoded = decodeAs(bytes, wide);
    return hasControls(decoded.text) ? null : decoded;
  }
  if (isBinary(bytes)) return null;
  if (isMostlyUtf8(bytes)) return decodeAs(bytes, "utf-8");
  return decodeAs(bytes, guessCodePage(bytes));
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  // Node 20 reads windows-1252 as Latin-1, which has control characters where the code page has quotation marks.
  return { text: encoding === "windows-1252" ? text.replace(/[\u0080-\u009f]/g, fromCodePage1252) : text, encoding };
}

function hasControls(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const controls = sample.match(/\p{Cc}/gu)?.filter((letter) => !/\s/.test(letter)).length ?? 0;
  return controls > sample.length * CONTROL_SHARE;
}

/** The encoding a byte-order mark at the head names, or `null`. */
export function readMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

function hasSignature(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.some((signature) => head.startsWith(signature));
}

function guessWide(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const pairs = sample.length / 2;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < pairs * ZERO_SHARE || Math.min(even, odd) > pairs * 0.02)
    return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0b && byte !== 0x0c && byte !== 0x0d) controls++;
  }
  return controls > sample.length * CONTROL_SHARE;
}

/** Whether the bytes are UTF-8: wholly, or all but a few places beside many valid ones. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    const lost = text.split("\ufffd").length - 1;
    const wide = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
    return wide > lost * 3;
  }
}

/**
 * Windows-1251 where letters above ASCII stand in runs, as in Cyrillic words; 1252 where they stand alone among Latin
 * ones. Quotation marks and dashes are the same bytes in both.
 */
function guessCodePage(bytes: Uint8Array): Encoding {
  let [letters, neighbours] = [0, 0];
  const isHigh = (byte: number | undefined): boolean =>
    byte !== undefined && (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8);
  for (let i = 0; i < bytes.length; i++) {
    if (!isHigh(bytes[i])) continue;
    letters++;
    if (isHigh(bytes[i - 1]) || isHigh(bytes[i + 1])) neighbours++;
  }
  return letters >= 3 && neighbours * 2 > letters ? "windows-1251" : "windows-1252";
}
