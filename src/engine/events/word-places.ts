/** Where in a sentence each word stands, by whatever it is looked up by; places ascend. */
export type WordPlaces = ReadonlyMap<string, readonly number[]>;

/** Adds a place, which is not below those added before. */
export function addPlace(places: Map<string, number[]>, word: string, at: number): void {
  const known = places.get(word);
  if (known === undefined) places.set(word, [at]);
  else known.push(at);
}

/** The first of some places that is not below another, or -1; halved again and again, since a word may stand a thousand times. */
export function nextFrom(found: readonly number[] | undefined, least: number): number {
  if (found === undefined) return -1;
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return found[low] ?? -1;
}

/** Whether one of some places is in a range. */
export function isWithin(found: readonly number[] | undefined, first: number, last: number): boolean {
  const at = nextFrom(found, first);
  return at >= 0 && at <= last;
}
