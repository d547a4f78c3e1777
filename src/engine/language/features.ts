/** What the network sees of a word; `train/language/features.py` computes the same, to the bit. */

/** Rows of the table of hashed affixes. */
export const BUCKETS = 1 << 15;

const TYPOGRAPHIC = /[‘’`“”—–…]/gu;
const PLAIN: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "`": "'",
  "“": '"',
  "”": '"',
  "—": "--",
  "–": "-",
  "…": "...",
};

/** The form with typographic quotes, dashes and dots made plain. */
export function plain(form: string): string {
  return form.replace(TYPOGRAPHIC, (c) => PLAIN[c] ?? c);
}

/** “Kyiv-2” becomes “Xx-0”: letters and digits by class, runs cut to one, at most eight. */
export function shape(form: string): string {
  let out = "";
  let last = "";
  for (const c of form) {
    const kind = c !== c.toLowerCase() ? "X" : /\p{L}/u.test(c) ? "x" : c >= "0" && c <= "9" ? "0" : c;
    if (kind !== last) out += kind;
    last = kind;
  }
  return Array.from(out).slice(0, 8).join("");
}

/** FNV-1a over the low and high bytes of UTF-16 code units, folded to a row of the table. */
export function bucket(kind: string, text: string): number {
  let h = 0x811c9dc5;
  const key = `${kind}:${text}`;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    h = Math.imul(h ^ (unit & 255), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return ((h ^ (h >>> 15)) >>> 0) % BUCKETS;
}

/** Rows of the affix table for a word: the word, four endings, three beginnings, its shape. */
export function buckets(form: string): number[] {
  const p = plain(form);
  const word = p.toLowerCase();
  const chars = Array.from(word);
  const end = (n: number): string => chars.slice(-n).join("");
  const start = (n: number): string => chars.slice(0, n).join("");
  return [
    bucket("w", word),
    bucket("s", end(1)),
    bucket("s", end(2)),
    bucket("s", end(3)),
    bucket("s", end(4)),
    bucket("p", start(1)),
    bucket("p", start(2)),
    bucket("p", start(3)),
    bucket("c", shape(p)),
  ];
}
