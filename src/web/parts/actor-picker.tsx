import { useDeferredValue, useId, useState } from "react";
import { addressOf } from "../api/client.js";
import type { ActorFound } from "../api/contract.js";
import { useQuery } from "../api/use-query.js";

interface Props {
  readonly label: string;
  /** Takes the key of the actor that was chosen, or what was typed when it is none of those proposed. */
  readonly choose: (key: string) => void;
  readonly hint?: string;
}

/** A field for a country, person or body of the ledger; proposes those whose name begins so. */
export function ActorPicker({ label, choose, hint = "a country, person or body" }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed.trim());
  const found = useQuery<{ readonly items: readonly ActorFound[] }>(
    asked === "" ? null : addressOf("/api/actors", { q: asked, limit: 12 }),
  );
  const proposed = found.data?.items ?? [];
  const take = (text: string): void => {
    const actor =
      proposed.find((each) => optionOf(each) === text) ??
      proposed.find((each) => each.name.toLowerCase() === text.trim().toLowerCase());
    const key = actor?.key ?? text.trim();
    if (key === "") return;
    choose(key);
    setTyped("");
  };
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="text"
        list={id}
        value={typed}
        placeholder={hint}
        autoComplete="off"
        onChange={({ target: { value } }) => {
          if (proposed.some((each) => optionOf(each) === value)) take(value);
          else setTyped(value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          take(typed);
        }}
      />
      <datalist id={id}>
        {proposed.map((actor) => (
          <option key={actor.key} value={optionOf(actor)} />
        ))}
      </datalist>
    </label>
  );
}

function optionOf({ name, code, kind, office }: ActorFound): string {
  const about = kind === "country" ? code : (office ?? code);
  return about === null ? name : `${name} (${about})`;
}
