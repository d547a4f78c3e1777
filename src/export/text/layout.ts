const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const WIDTHLESS = /\p{M}/u;
// Colour codes are this program's own: texts have lost theirs before they are painted.
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d{1,3}m`, "g");

/** Columns a text takes on a terminal; colours take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text.replace(COLOUR, ""))
    width += WIDTHLESS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** `text` filled with blanks on the right. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks a line at blanks into lines of at most `width` columns; a word longer than that is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  for (const word of text.split(" ")) {
    for (const part of cut(word, width)) {
      const size = widthOf(part);
      if (line !== "" && used + 1 + size > width) {
        lines.push(line);
        [line, used] = ["", 0];
      }
      used += size + (line === "" ? 0 : 1);
      line += (line === "" ? "" : " ") + part;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let [part, used] = ["", 0];
  for (const character of word) {
    const size = widthOf(character);
    if (used + size > width && part !== "") {
      parts.push(part);
      [part, used] = ["", 0];
    }
    part += character;
    used += size;
  }
  return [...parts, part];
}

/** The first `most` lines, the last of them ending in “…” where more was left out. */
export function shorten(lines: readonly string[], most: number): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""} …`];
}
