import type { Token } from "../language/types.js";

/** Letters that NFD does not take apart, and look-alikes of other scripts, as the Latin letters they are printed for. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ł", "l"], ["ø", "o"], ["đ", "d"], ["ı", "i"], ["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["ð", "d"], ["þ", "th"],
  ["ə", "a"], ["о", "o"], ["ӧ", "o"], ["е", "e"], ["ё", "e"], ["а", "a"], ["і", "i"], ["с", "c"], ["р", "p"], ["х", "x"],
  ["’", "'"], ["‘", "'"], ["ʻ", "'"], ["ʼ", "'"], ["`", "'"],
]); // biome-ignore format: pairs read best in rows

/** Lower case, without marks, look-alike letters made Latin: the form in which names are compared. */
export function foldName(text: string): string {
  const plain = text.toLowerCase();
  let ascii = true;
  for (let i = 0; i < plain.length; i++)
    if (plain.charCodeAt(i) > 127) {
      ascii = false;
      break;
    }
  if (ascii) return plain;
  let out = "";
  for (const char of plain.normalize("NFD")) {
    if (/\p{M}/u.test(char)) continue;
    out += LETTERS.get(char) ?? char;
  }
  return out;
}

/** The smallest parts names are compared by: words without hyphens, apostrophes dropped. */
export interface Atom {
  readonly text: string;
  /** Token it stands in. */
  readonly token: number;
  /** Whether the atom is the last of its token. */
  readonly closes: boolean;
  /** Whether it begins with a capital letter, and whether it has no small one. */
  readonly capital: boolean;
  readonly allCapitals: boolean;
}

/** Words of plain letters parted by single blanks: nothing to fold. */
const PLAIN_NAME = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Splits a folded word into atoms. */
export function atomsOf(text: string): readonly string[] {
  if (PLAIN_NAME.test(text)) return text.toLowerCase().split(" ");
  return foldName(text)
    .replace(/'s(?![\p{L}])/gu, " s")
    .split(/[\s\-‐‑–_]+/)
    .map((part) => part.replace(/'/g, ""))
    .filter((part) => part !== "");
}

/** The atoms of a sentence's tokens; hyphen tokens vanish, so “Kassym-Jomart” and “Kassym Jomart” are alike. */
export function atomsOfTokens(tokens: readonly Token[]): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const token of tokens) {
    const first = token.text.charCodeAt(0);
    if (token.text.length === 1 && !/[\p{L}\p{N}&]/u.test(token.text)) {
      if (token.text !== "-" && token.text !== "‐" && token.text !== "‑")
        atoms.push({ text: token.text, token: token.index, closes: true, capital: false, allCapitals: false });
      continue;
    }
    const ascii = first < 128;
    const parts = /^[A-Za-z0-9]+$/.test(token.text) ? [token.lower] : atomsOf(token.text);
    const raw = parts.length > 1 ? token.text.split(/[-‐‑–_]+/).filter((p) => p !== "") : [token.text];
    parts.forEach((text, k) => {
      const written = raw[k] ?? token.text;
      const capital = ascii && raw.length === 1 ? first >= 65 && first <= 90 : /^\P{L}*\p{Lu}/u.test(written);
      atoms.push({
        text,
        token: token.index,
        closes: k === parts.length - 1,
        capital,
        allCapitals: capital && !/\p{Ll}/u.test(written),
      });
    });
  }
  return atoms;
}
