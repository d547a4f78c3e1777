import type { ReactNode } from "react";
import type { Pages } from "../api/use-pages.js";
import { counted } from "../words/numbers.js";
import { Empty, Failed, Loading } from "./states.js";
import { WindowedList } from "./windowed-list.js";

interface Props<T> {
  readonly list: Pages<T>;
  readonly label: string;
  readonly what: string;
  readonly empty: string;
  readonly guess: number;
  readonly keyOf: (item: T) => string;
  readonly draw: (item: T) => ReactNode;
}

/** A list of the API with its states: on its way, empty, failed, and how far it has been read. */
export function ListView<T>({ list, label, what, empty, guess, keyOf, draw }: Props<T>) {
  if (list.state === "loading") return <Loading what={what} />;
  if (list.problem !== null && list.items.length === 0) return <Failed problem={list.problem} again={list.again} />;
  if (list.items.length === 0)
    return (
      <Empty title={empty}>
        <p>Take a filter away, or widen the days.</p>
      </Empty>
    );
  return (
    <>
      <p className="note" aria-live="polite">
        {list.complete
          ? counted(list.items.length, "item")
          : `The first ${counted(list.items.length, "item")}; more as you scroll`}
      </p>
      <WindowedList
        items={list.items}
        label={label}
        keyOf={keyOf}
        draw={draw}
        guess={guess}
        complete={list.complete}
        more={list.more}
      />
      {list.problem === null ? null : <Failed problem={list.problem} again={list.more} />}
    </>
  );
}
