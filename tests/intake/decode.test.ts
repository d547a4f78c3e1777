import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/intake/decode.js";

const ENGLISH = "The minister’s “frank” talks – in Reykjavík – went on.";

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "utf8")] : [...part])),
  );
}

function utf16(text: string, bigEndian: boolean): number[] {
  const little = [...Buffer.from(text, "utf16le")];
  if (!bigEndian) return little;
  return little.map((_, i) => little[i ^ 1] ?? 0);
}

/** “Президент” in windows-1251. */
const PRESIDENT_1251 = [0xcf, 0xf0, 0xe5, 0xe7, 0xe8, 0xe4, 0xe5, 0xed, 0xf2];

describe("encodings", () => {
  test.each([
    ["UTF-8", bytes(ENGLISH), "utf-8", ENGLISH],
    ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], ENGLISH), "utf-8", ENGLISH],
    ["UTF-16 LE with a mark", bytes([0xff, 0xfe], utf16(ENGLISH, false)), "utf-16le", ENGLISH],
    ["UTF-16 BE with a mark", bytes([0xfe, 0xff], utf16(ENGLISH, true)), "utf-16be", ENGLISH],
    ["UTF-16 LE without a mark", bytes(utf16(ENGLISH, false)), "utf-16le", ENGLISH],
    ["UTF-16 BE without a mark", bytes(utf16(ENGLISH, true)), "utf-16be", ENGLISH],
    [
      "windows-1252",
      bytes("He said ", [0x93], "caf", [0xe9], [0x94], " and na", [0xef], "ve"),
      "windows-1252",
      "He said “café” and naïve",
    ],
    [
      "windows-1252 quotes alone",
      bytes([0x93], "We agree", [0x94], " ", [0x97], " he said"),
      "windows-1252",
      "“We agree” — he said",
    ],
    ["windows-1251", bytes(PRESIDENT_1251), "windows-1251", "Президент"],
    [
      "a Cyrillic name in English",
      bytes("The word ", PRESIDENT_1251, " was used"),
      "windows-1251",
      "The word Президент was used",
    ],
    ["UTF-8 cut off in a letter", bytes(ENGLISH, [0xe2, 0x80]), "utf-8", `${ENGLISH}\ufffd`],
    ["ASCII", bytes("plain"), "utf-8", "plain"],
  ])("%s", (_, given, encoding, text) => {
    expect(decodeText(given)).toEqual({ encoding, text });
  });

  test.each([
    ["PDF", bytes("%PDF-1.7 and so on")],
    ["zip", bytes("PK", [3, 4], "word/document.xml")],
    ["zero bytes", bytes("abc", [0], "def", [0, 0, 0], "x")],
    ["control characters", bytes([1, 2, 3, 4, 5, 6, 7], "abc")],
    ["PNG", bytes([0x89], "PNG", [13, 10, 26, 10, 0, 0, 0, 13])],
  ])("%s is no text", (_, given) => {
    expect(decodeText(given)).toBeNull();
  });
});
