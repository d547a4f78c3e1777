import { useCallback, useMemo } from "react";
import type { DocumentView } from "../api/contract.js";
import { type Answer, useQuery } from "../api/use-query.js";

/** How much of a long text's record is asked for first, in UTF-16 code units: some screens. */
const HEAD = 5000;

/**
 * An article: of a long one first what stands on its first screens, then all. What is wrong with the second answer is told
 * as a problem, with the beginning still there: nobody is to take the beginning for the whole.
 */
export function useArticle(hash: string | undefined): Answer<DocumentView> {
  const address = hash === undefined ? null : `/api/documents/${encodeURIComponent(hash)}`;
  const head = useQuery<DocumentView>(address === null ? null : `${address}?head=${HEAD}`);
  const isCut = head.data !== null && head.data.cut !== null;
  const whole = useQuery<DocumentView>(isCut ? address : null);
  const { again: headAgain } = head;
  const { again: wholeAgain } = whole;
  const again = useCallback(() => {
    headAgain();
    wholeAgain();
  }, [headAgain, wholeAgain]);
  return useMemo(() => {
    if (!isCut) return { ...head, again };
    const isThere = whole.data !== null && whole.data.document.hash === head.data?.document.hash;
    return {
      state: whole.state,
      data: isThere ? whole.data : head.data,
      problem: head.problem ?? whole.problem,
      again,
    };
  }, [head, whole, isCut, again]);
}
