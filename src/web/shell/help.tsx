import type { RefObject } from "react";

const KEYS: readonly (readonly [string, string])[] = [
  ["j, k", "to the next or the previous item"],
  ["Enter", "open the item that has the focus"],
  ["/", "to the search field"],
  ["← →", "in an article: from mark to mark"],
  ["a, r", "in Review: accept, reject"],
  ["c, e", "in Review: comment, correct"],
  ["s, u", "in Review: skip, undo the last decision"],
  ["?", "this list"],
  ["Esc", "close"],
];

/** The keys, as a dialog of the browser, which keeps the focus and gives it back. */
export function Help({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog ref={dialog} aria-labelledby="help-title" className="help">
      <h2 id="help-title">Keys</h2>
      <dl>
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
