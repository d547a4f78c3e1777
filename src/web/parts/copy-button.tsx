import { useState } from "react";

/** Copies a text; says so to the eye and to a reader of the screen. */
export function CopyButton({ text, children }: { readonly text: () => string; readonly children: string }) {
  const [said, setSaid] = useState("");
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setSaid("Copied"),
      () => setSaid("The browser did not allow it"),
    );
  };
  return (
    <span className="copy">
      <button type="button" className="plain" onClick={copy} onBlur={() => setSaid("")}>
        {children}
      </button>
      <span aria-live="polite" className="said">
        {said}
      </span>
    </span>
  );
}
