import { utf8Bytes } from "./utf8.js";

/** Finds words in a sorted list of lines without unpacking it: half a hundred thousand strings cost more to make than to search. */
export class WordList {
  private readonly starts: Uint32Array;

  /** @param lines UTF-8, lines ascending by byte, which is also their order by code point. */
  constructor(private readonly lines: Uint8Array) {
    let count = lines.length > 0 ? 1 : 0;
    for (let i = 0; i < lines.length; i++) if (lines[i] === 10) count++;
    this.starts = new Uint32Array(count + 1);
    let next = 1;
    for (let i = 0; i < lines.length; i++) if (lines[i] === 10) this.starts[next++] = i + 1;
    this.starts[count] = lines.length + 1;
  }

  /** The line's number, from 0; -1 where the list has no such line. */
  indexOf(word: string): number {
    const wanted = utf8Bytes(word);
    let low = 0;
    let high = this.starts.length - 2;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.compare(middle, wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  private compare(line: number, wanted: readonly number[]): number {
    const start = this.starts[line] ?? 0;
    const length = (this.starts[line + 1] ?? 0) - 1 - start;
    for (let i = 0; i < length && i < wanted.length; i++) {
      const difference = (this.lines[start + i] ?? 0) - (wanted[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - wanted.length;
  }
}
