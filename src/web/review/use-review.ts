import { useCallback, useEffect, useState } from "react";
import { addressOf, get, post } from "../api/client.js";
import type { JudgementView, NewJudgement, ReviewItem } from "../api/contract.js";
import { type ApiProblem, asProblem } from "../api/problems.js";
import { itemWords } from "./item-words.js";
import type { Decision } from "./queue.js";

interface ReviewPage {
  readonly items: readonly ReviewItem[];
  readonly next: string | null;
  readonly left: number;
}

/** Items to look at, least certain first, and what was decided here. */
export interface Review {
  readonly state: "loading" | "ready";
  readonly problem: ApiProblem | null;
  readonly item: ReviewItem | null;
  readonly left: number;
  readonly decisions: readonly Decision[];
  /** Keeps a decision on the item in hand, and goes on to the next where it settles the item. */
  decide(body: NewJudgement, words: string, settles: boolean): Promise<void>;
  skip(): void;
  undo(author: string): Promise<void>;
  again(): void;
}

const inWords = (item: ReviewItem): ReviewItem => ({ ...item, what: itemWords(item) });

const FEW = 3; // items left at which the next ones are fetched

export function useReview(kind: string | undefined, actors: string | undefined): Review {
  const [page, setPage] = useState<ReviewPage | null>(null);
  const [queue, setQueue] = useState<readonly ReviewItem[]>([]);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const [round, setRound] = useState(0);
  const address = addressOf("/api/review", { kind, actors, limit: 20 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same address again
  useEffect(() => {
    const stop = new AbortController();
    setPage(null);
    get<ReviewPage>(address, stop.signal).then(
      (found) => {
        setPage(found);
        setQueue(found.items.map(inWords));
        setProblem(null);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setProblem(asProblem(error));
      },
    );
    return () => stop.abort();
  }, [address, round]);
  useEffect(() => {
    const cursor = page?.next;
    if (page === null || cursor === null || cursor === undefined || queue.length > FEW) return;
    const stop = new AbortController();
    get<ReviewPage>(`${address}&cursor=${encodeURIComponent(cursor)}`, stop.signal).then(
      (found) => {
        setPage({ ...found, left: page.left });
        setQueue((old) => [
          ...old,
          ...found.items.filter(({ id }) => old.every((each) => each.id !== id)).map(inWords),
        ]);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setProblem(asProblem(error));
      },
    );
    return () => stop.abort();
  }, [address, page, queue.length]);
  const item = queue[0] ?? null;
  const advance = useCallback(() => setQueue((old) => old.slice(1)), []);
  const decide = useCallback(
    async (body: NewJudgement, words: string, settles: boolean) => {
      if (item === null) return;
      try {
        const { id } = await post<JudgementView>("/api/judgements", body);
        setDecisions((old) => [{ judgement: id, item, words }, ...old]);
        setProblem(null);
        if (settles) advance();
      } catch (error) {
        setProblem(asProblem(error));
      }
    },
    [item, advance],
  );
  const undo = useCallback(
    async (author: string) => {
      const [last] = decisions;
      if (last === undefined) return;
      try {
        await post(`/api/judgements/${last.judgement}/withdraw`, { author });
        setDecisions((old) => old.slice(1));
        setQueue((old) => [last.item, ...old.filter(({ id }) => id !== last.item.id)]);
        setProblem(null);
      } catch (error) {
        setProblem(asProblem(error));
      }
    },
    [decisions],
  );
  const again = useCallback(() => setRound((n) => n + 1), []);
  const left = (page?.left ?? 0) - decisions.filter(({ item: { id } }) => queue.every((each) => each.id !== id)).length;
  return {
    state: page === null && problem === null ? "loading" : "ready",
    problem,
    item,
    left,
    decisions,
    decide,
    skip: advance,
    undo,
    again,
  };
}
