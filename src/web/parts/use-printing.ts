import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed. Told before it is laid out on paper, so that what paper needs is there in time. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => matchMedia("print").matches);
  useEffect(() => {
    const paper = matchMedia("print");
    const tell = (now: boolean): void => flushSync(() => setPrinting(now));
    const [changed, before, after] = [() => tell(paper.matches), () => tell(true), () => tell(false)];
    paper.addEventListener("change", changed);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      paper.removeEventListener("change", changed);
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}
