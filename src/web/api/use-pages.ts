import { useCallback, useEffect, useRef, useState } from "react";
import { KeptAtEntry } from "../route/entry.js";
import { addressOf, get, type Query } from "./client.js";
import { type ApiProblem, asProblem } from "./problems.js";

/** One page of a list, as the API gives it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list read page by page as the reader goes down it. */
export interface Pages<T> {
  readonly items: readonly T[];
  readonly state: "loading" | "ready" | "failed";
  readonly problem: ApiProblem | null;
  readonly complete: boolean;
  /** Fetches the next page, once at a time; nothing after the last. */
  readonly more: () => void;
  readonly again: () => void;
}

/** What was read of lists, for “back”: a list is where it was left, not read anew from its top. */
const lists = new KeptAtEntry<Kept<unknown>>();

interface Kept<T> {
  readonly address: string;
  readonly items: readonly T[];
  readonly next: string | null;
  readonly problem: ApiProblem | null;
}

/** Reads a list from the API; begins anew when a filter changes. `null` reads nothing. */
export function usePages<T>(path: string | null, query: Query): Pages<T> {
  const address = path === null ? "" : addressOf(path, query);
  const [round, setRound] = useState(0);
  const [left] = useState(() => lists.get(address) as Kept<T> | null); // put there by this address's own list, below
  const [kept, setKept] = useState<Kept<T>>(left ?? { address: "", items: [], next: null, problem: null });
  const busy = useRef<AbortController | null>(null);
  const load = useCallback(
    (before: readonly T[], cursor: string | null) => {
      busy.current?.abort();
      const stop = new AbortController();
      busy.current = stop;
      const asked =
        cursor === null
          ? address
          : `${address}${address.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
      const done = (found: Omit<Kept<T>, "address">): void => {
        if (stop.signal.aborted) return;
        busy.current = null;
        setKept({ address, ...found });
        if (found.problem === null) lists.put(address, { address, ...found });
      };
      get<Page<T>>(asked, stop.signal).then(
        ({ items, next }) => done({ items: [...before, ...items], next, problem: null }),
        (error: unknown) => done({ items: before, next: cursor, problem: asProblem(error) }),
      );
    },
    [address],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same address again
  useEffect(() => {
    if (address === "" || (round === 0 && left?.address === address)) return;
    load([], null);
    return () => {
      busy.current?.abort();
      busy.current = null;
    };
  }, [address, round, load]);
  const fresh = kept.address === address;
  const more = useCallback(() => {
    if (busy.current === null && kept.address === address && kept.next !== null) load(kept.items, kept.next);
  }, [kept, address, load]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  return {
    items: fresh ? kept.items : [],
    state: address === "" ? "ready" : !fresh ? "loading" : kept.problem === null ? "ready" : "failed",
    problem: fresh ? kept.problem : null,
    complete: fresh && kept.next === null && kept.problem === null,
    more,
    again,
  };
}
