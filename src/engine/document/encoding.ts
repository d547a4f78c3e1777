import type { Edit } from "./edits.js";

/** Windows-1252 at 0x80–0x9F; 0 where the code page has nothing. Source: https://encoding.spec.whatwg.org/ */
const CP1252_HIGH = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
] as const;
/** The character windows-1252 has for a control character U+0080–U+009F; the same where it has none. */
export function fromCodePage1252(control: string): string {
  const code = CP1252_HIGH[control.charCodeAt(0) - 0x80] ?? 0;
  return code === 0 ? control : String.fromCharCode(code);
}

const BYTE_OF = new Map(CP1252_HIGH.map((code, index) => [code, 0x80 + index] as const));

/** What a control character U+0080–U+009F stands for in English text; the others are dropped. */
const LATIN1_PUNCTUATION = "‘’“”„‚–—…•€™";

/** UTF-8 read as windows-1251: the opening “вЂ” of general punctuation and the byte its third letter stands for. */
const CP1251_PUNCTUATION: Readonly<Record<string, string>> = {
  "вЂњ": "“", "вЂќ": "”", "вЂ™": "’", "вЂ\u0098": "‘", "вЂ“": "–", "вЂ”": "—", "вЂ¦": "…", "В«": "«", "В»": "»",
}; // biome-ignore format: one line reads best

const LEAD = /[\u00c2-\u00c5\u00ce-\u00d1\u00e2\u00ef\u0432\u0412\u0080-\u009f]/g;

/**
 * Edits that mend text decoded by the wrong code page: UTF-8 read as windows-1252 (“â€œ”, “Ã©”) or 1251 (“вЂњ”), and
 * windows-1252 read as Latin-1 (the control characters U+0080–U+009F).
 */
export function mendEncoding(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  LEAD.lastIndex = 0;
  let from = 0;
  for (const match of text.matchAll(LEAD)) {
    const start = match.index;
    if (start < from) continue;
    const found = decodeAt(text, start);
    if (found === null) continue;
    from = start + found.length;
    edits.push({ kind: "encoding", start, end: from, after: found.after });
  }
  return edits;
}

interface Decoded {
  readonly length: number;
  readonly after: string;
}

function decodeAt(text: string, at: number): Decoded | null {
  const code = text.charCodeAt(at);
  if (code === 0x432 || code === 0x412) return decode1251(text, at);
  if (code < 0xa0) {
    const meant = String.fromCharCode(CP1252_HIGH[code - 0x80] ?? 0);
    return { length: 1, after: LATIN1_PUNCTUATION.includes(meant) ? meant : "" };
  }
  if (code === 0xe2 || code === 0xef) return decodeThree(text, at, code);
  return decodeTwo(text, at, code);
}

function decode1251(text: string, at: number): Decoded | null {
  for (const length of [3, 2]) {
    const after = CP1251_PUNCTUATION[text.slice(at, at + length)];
    if (after !== undefined) return { length, after };
  }
  return null;
}

/** General punctuation, currency and the byte-order mark: all that three bytes hold in English text. */
function decodeThree(text: string, at: number, lead: number): Decoded | null {
  const [second, third] = [continuation(text, at + 1), continuation(text, at + 2)];
  if (second === null) return null;
  if (third === null) return lead === 0xe2 && second === 0x80 ? { length: 2, after: lostQuote(text, at) } : null;
  const code = ((lead & 15) << 12) | ((second & 63) << 6) | (third & 63);
  const plausible = (code >= 0x2000 && code < 0x2300) || code === 0xfeff;
  return plausible ? { length: 3, after: String.fromCharCode(code) } : null;
}

/** The quotation mark whose last byte was lost: within a word an apostrophe, else the closing one (0x9D is not in 1252). */
function lostQuote(text: string, at: number): string {
  return /\p{L}/u.test(text[at - 1] ?? "") && /\p{L}/u.test(text[at + 2] ?? "") ? "’" : "”";
}

/** Latin letters with marks; Greek and Cyrillic only where two such pairs stand together. */
function decodeTwo(text: string, at: number, lead: number): Decoded | null {
  const second = continuation(text, at + 1);
  if (second === null) return null;
  const after = String.fromCharCode(((lead & 31) << 6) | (second & 63));
  if (lead <= 0xc5) {
    const capitals = at > 0 && /[A-Z]/.test(text[at - 1] ?? ""); // “SÃO”, “CLICHÄ—”: a letter, not a lead byte
    return capitals && second < 0xa0 ? null : { length: 2, after };
  }
  const next = text.charCodeAt(at + 2);
  const before = text.charCodeAt(at - 2);
  const inRun = (next >= 0xce && next <= 0xd1) || (before >= 0xce && before <= 0xd1);
  return inRun ? { length: 2, after } : null;
}

/** The byte 0x80–0xBF a character stands for in windows-1252 or Latin-1, or `null`. */
function continuation(text: string, at: number): number | null {
  const code = text.charCodeAt(at);
  if (code >= 0x80 && code <= 0xbf) return code;
  return BYTE_OF.get(code as (typeof CP1252_HIGH)[number]) ?? null; // a look-up: any number may be asked for
}
