import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { KeptAtEntry } from "../route/entry.js";
import { counted } from "../words/numbers.js";
import { OnPaper } from "./on-paper.js";
import { usePrinting } from "./use-printing.js";
import { Heights, type Window } from "./windowing.js";

interface Props<T> {
  readonly items: readonly T[];
  readonly label: string;
  readonly keyOf: (item: T) => string;
  readonly draw: (item: T, index: number) => ReactNode;
  /** Height of an item not measured yet, in pixels. */
  readonly guess: number;
  /** Whether the list ends here. */
  readonly complete: boolean;
  /** Asked for more when the end comes near. */
  readonly more?: () => void;
}

/** More than some forty sheets are printed of no list. */
const MOST_PRINTED = 300;
const SPARE = 6; // items drawn beyond either edge, so that focus can move on and fast scrolling shows no gap

/**
 * A long list that scrolls with the page and draws only what is in view (role feed: readers of the screen are told the
 * place of each item). j and k move the focus from item to item.
 */
export function WindowedList<T>({ items, label, keyOf, draw, guess, complete, more }: Props<T>) {
  const { box, heights, view: seen, measured } = useWindow(items.length, guess, label);
  const printing = usePrinting();
  const view = printing ? { first: 0, end: Math.min(items.length, MOST_PRINTED), before: 0, after: 0 } : seen;
  useEffect(() => {
    if (seen.end >= items.length && !complete) more?.();
  }, [seen.end, items.length, complete, more]);
  return (
    <div role="feed" aria-label={label} aria-busy={!complete} className="feed" ref={box} data-moves="">
      <div aria-hidden="true" style={{ height: view.before }} />
      {items.slice(view.first, view.end).map((item, i) => (
        <Slot
          key={keyOf(item)}
          index={view.first + i}
          size={complete ? items.length : -1}
          heights={heights}
          measured={measured}
        >
          {draw(item, view.first + i)}
        </Slot>
      ))}
      <div aria-hidden="true" style={{ height: view.after }} />
      {printing ? <OnPaper>{printedWords(view.end, items.length, complete)}</OnPaper> : null}
    </div>
  );
}

/** How much of a list is on paper, and that there is more. */
function printedWords(printed: number, known: number, complete: boolean): string {
  if (!complete) return `${counted(printed, "item")} printed; there are more in Readout.`;
  return printed === known ? `All ${counted(known, "item")} printed.` : `${counted(printed, "item")} of ${counted(known, "item")} printed.`; // biome-ignore format: one line reads best
}

interface SlotProps {
  readonly index: number;
  readonly size: number;
  readonly heights: Heights;
  readonly measured: () => void;
  readonly children: ReactNode;
}

/** One drawn item, which tells its height. */
function Slot({ index, size, heights, measured, children }: SlotProps) {
  const own = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = own.current;
    if (element === null) return;
    const tell = (): void => {
      if (heights.measure(index, element.getBoundingClientRect().height)) measured();
    };
    tell();
    const watch = new ResizeObserver(tell);
    watch.observe(element);
    return () => watch.disconnect();
  }, [index, heights, measured]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the articles of a feed take the focus
    <article ref={own} className="slot" tabIndex={0} aria-posinset={index + 1} aria-setsize={size} data-item="">
      {children}
    </article>
  );
}

/** Heights of lists that were left, for “back”. */
const measuredBefore = new KeptAtEntry<Heights>();

/** Follows the page's scrolling; draws anew only when other items come into view. */
function useWindow(length: number, guess: number, label: string) {
  const box = useRef<HTMLDivElement>(null);
  const [heights] = useState(() => measuredBefore.get(label) ?? new Heights(guess));
  useEffect(() => measuredBefore.put(label, heights), [label, heights]);
  heights.resize(length);
  const [view, setView] = useState<Window>(() => heights.window(0, 1000, SPARE));
  const frame = useRef(0);
  const look = useCallback(() => {
    frame.current = 0;
    const top = -(box.current?.getBoundingClientRect().top ?? 0);
    const next = heights.window(top, top + innerHeight, SPARE);
    setView((old) =>
      old.first === next.first && old.end === next.end && old.before === next.before && old.after === next.after
        ? old
        : next,
    );
  }, [heights]);
  const soon = useCallback(() => {
    frame.current ||= requestAnimationFrame(look);
  }, [look]);
  useEffect(() => {
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [soon]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another length is another window
  useLayoutEffect(look, [look, length]);
  return { box, heights, view, measured: soon };
}
