import { useCallback, useMemo } from "react";
import { articleAddress, articleHeadAddress } from "../api/addresses.js";
import type { DocumentView } from "../api/contract.js";
import { type Answer, useQuery } from "../api/use-query.js";

/**
 * An article: of a long one first what stands on its first screens, then all. What is wrong with the second answer is told
 * as a problem, with the beginning still there: nobody is to take the beginning for the whole.
 */
export function useArticle(hash: string | undefined): Answer<DocumentView> {
  const head = useQuery<DocumentView>(hash === undefined ? null : articleHeadAddress(hash));
  const isCut = head.data !== null && head.data.cut !== null;
  const whole = useQuery<DocumentView>(isCut && hash !== undefined ? articleAddress(hash) : null);
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
