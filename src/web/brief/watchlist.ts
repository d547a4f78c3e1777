/** What a reader follows: contacts, or events of a kind, by who takes part and by words. */
export interface Watchlist {
  readonly actors: readonly string[];
  readonly words: string;
  /** PLOVER event; empty for contacts. */
  readonly event: string;
}

/** “RUS, TJK: border (ACCUSE)”. */
export function nameOf({ actors, words, event }: Watchlist): string {
  const about = [actors.join(", "), words === "" ? "" : `“${words}”`].filter((part) => part !== "").join(": ");
  const what = event === "" ? "contacts" : event;
  return about === "" ? what : `${about} (${what})`;
}

export function toText(lists: readonly Watchlist[]): string {
  return JSON.stringify(lists);
}

/** Reads what the browser kept; what is damaged is left out. Never throws. */
export function keptWatchlists(text: string | null): readonly Watchlist[] {
  if (text === null) return [];
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return [];
  }
  return Array.isArray(kept) ? kept.filter(isWatchlist) : [];
}

function isWatchlist(value: unknown): value is Watchlist {
  if (typeof value !== "object" || value === null) return false;
  const [actors, words, event]: unknown[] = ["actors", "words", "event"].map((name) => Reflect.get(value, name));
  return (
    Array.isArray(actors) &&
    actors.every((actor) => typeof actor === "string") &&
    typeof words === "string" &&
    typeof event === "string"
  );
}
