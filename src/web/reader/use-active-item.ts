import { type RefObject, useEffect, useRef } from "react";
import type { Layer } from "./marks.js";

/**
 * Lights up the chosen item in the text and in the list, and brings each into view unless it is. Done on the elements
 * themselves: drawing a long article anew for every choice would be felt.
 *
 * @param whole Whether all of the article is drawn; until then an item far down may not be there to be lit.
 */
export function useActiveItem(
  item: string | null,
  layers: ReadonlySet<Layer>,
  whole: boolean,
): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other layers draw the text anew, without the light, and more of it comes
  useEffect(() => {
    const around = box.current;
    if (around === null || item === null || !/^[a-z]\d+$/.test(item)) return;
    const lit = [...around.querySelectorAll<HTMLElement>(`[data-holds~="${item}"], [data-side="${item}"]`)];
    for (const element of lit) element.dataset["active"] = "";
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const text = lit.find((element) => element.dataset["holds"] !== undefined);
    const side = lit.find((element) => element.dataset["side"] !== undefined);
    side?.closest("details")?.setAttribute("open", "");
    // On a narrow screen the list stands below the article: going there would take the reader from the words.
    if (side !== undefined && scrollsByItself(side)) side.scrollIntoView({ block: "nearest" });
    if (text !== undefined && !isInView(text))
      text.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    return () => {
      for (const element of lit) delete element.dataset["active"];
    };
  }, [item, layers, whole]);
  return box;
}

/** Whether an item stands in a box that scrolls apart from the page. */
function scrollsByItself(side: HTMLElement): boolean {
  const box = side.closest(".side-box");
  return box !== null && getComputedStyle(box).overflowY === "auto";
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
