import { useState } from "react";
import { read, write } from "../shell/theme.js";

const KEY = "readout.author";

/** Who judges and comments here: a name kept in the browser, sent with every decision. */
export function useAuthor(): readonly [string, (name: string) => void] {
  const [name, setName] = useState(() => read(KEY) ?? "");
  const keep = (next: string): void => {
    setName(next);
    write(KEY, next.trim());
  };
  return [name, keep];
}

export function AuthorField({ name, keep }: { readonly name: string; readonly keep: (name: string) => void }) {
  return (
    <label className="field author">
      <span>Your name</span>
      <input
        type="text"
        value={name}
        maxLength={100}
        autoComplete="name"
        onChange={(event) => keep(event.target.value)}
      />
    </label>
  );
}
