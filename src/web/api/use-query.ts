import { useCallback, useEffect, useState } from "react";
import { get } from "./client.js";
import { type ApiProblem, asProblem } from "./problems.js";

/** What is known of an answer. `data` stays while the next one is on its way. */
export interface Answer<T> {
  readonly state: "loading" | "ready" | "failed";
  readonly data: T | null;
  readonly problem: ApiProblem | null;
  /** Asks again. */
  readonly again: () => void;
}

/** Asks the API; `null` asks nothing. Asks again when the address changes. */
export function useQuery<T>(address: string | null): Answer<T> {
  const [round, setRound] = useState(0);
  const [kept, setKept] = useState<{
    readonly address: string | null;
    readonly data: T | null;
    readonly problem: ApiProblem | null;
  }>({
    address: null,
    data: null,
    problem: null,
  });
  const again = useCallback(() => setRound((n) => n + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same address again
  useEffect(() => {
    if (address === null) return;
    const stop = new AbortController();
    get<T>(address, stop.signal).then(
      (data) => setKept({ address, data, problem: null }),
      (error: unknown) => {
        if (!stop.signal.aborted)
          setKept((old) => ({ address, data: old.address === address ? old.data : null, problem: asProblem(error) }));
      },
    );
    return () => stop.abort();
  }, [address, round]);
  const fresh = kept.address === address;
  const state = !fresh ? "loading" : kept.problem === null ? "ready" : "failed";
  return { state: address === null ? "ready" : state, data: kept.data, problem: fresh ? kept.problem : null, again };
}
