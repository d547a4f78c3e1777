/** Places in the room, each for one kind of numbers. */
export const PLACES = { vectors: 0, wanted: 1, pairs: 2, scores: 3 } as const;

const MOST_KEPT = 262_144; // numbers: all of a sentence of eight hundred words; what is longer is made for its sentence alone

/**
 * Arrays that are made once and grow, for what is worked out of one sentence and forgotten with the next: to make them anew
 * for each sentence takes as long as to fill them.
 */
export class Room {
  private readonly floats: Float32Array[] = [];
  private doubles = new Float64Array(0);

  /** An array of so many numbers at least, of which any may stand there yet. */
  take(place: (typeof PLACES)[keyof typeof PLACES], length: number): Float32Array {
    const kept = this.floats[place];
    if (kept !== undefined && kept.length >= length) return kept;
    if (length > MOST_KEPT) return new Float32Array(length);
    const made = new Float32Array(Math.min(MOST_KEPT, 2 * length));
    this.floats[place] = made;
    return made;
  }

  /** The same of so many numbers exactly, of twice as many bits. */
  takeDoubles(length: number): Float64Array {
    if (length > MOST_KEPT) return new Float64Array(length);
    if (this.doubles.length < length) this.doubles = new Float64Array(Math.min(MOST_KEPT, 2 * length));
    return this.doubles.subarray(0, length);
  }
}
