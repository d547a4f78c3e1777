import { KeptAtEntry } from "./entry.js";

const kept = new KeptAtEntry<number>();
/** What is on its way is waited for so long; milliseconds. */
const PATIENCE = 3000;
const MOVES = ["wheel", "touchstart", "keydown", "pointerdown"] as const;

/** Remembers how far down the reader is. */
export function keepScroll(): void {
  kept.put("", scrollY);
}

/** Goes where the reader was at this place, as soon as the page is long enough; not when he moves by himself before. */
export function scrollBack(): void {
  const top = kept.get("");
  if (top === null) return;
  const watch = new ResizeObserver(() => go());
  const stop = (): void => {
    watch.disconnect();
    clearTimeout(timer);
    for (const move of MOVES) removeEventListener(move, stop);
  };
  const timer = setTimeout(stop, PATIENCE);
  const go = (): void => {
    scrollTo(0, top);
    if (document.documentElement.scrollHeight >= top + innerHeight) stop();
  };
  for (const move of MOVES) addEventListener(move, stop, { passive: true });
  watch.observe(document.body); // calls at once, and when it grows
}
