import { type ReactNode, useEffect, useState } from "react";
import { useMeta } from "../api/meta.js";
import { listOf } from "../route/route.js";
import { useRoute } from "../route/use-route.js";
import { contextWords } from "../words/codes.js";
import { ActorPicker } from "./actor-picker.js";

/** Filters of lists. Each stands in the address, so that a link tells it. */

/** Words typed are asked for when typing rests a moment. */
export function WordsFilter({ name = "words", label = "Search" }: { readonly name?: string; readonly label?: string }) {
  const { route, set } = useRoute();
  const kept = route.params[name] ?? "";
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  useEffect(() => {
    if (typed.trim() === kept) return;
    const wait = setTimeout(() => set({ [name]: typed.trim() }), 250);
    return () => clearTimeout(wait);
  }, [typed, kept, name, set]);
  return (
    <label className="field search">
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        data-search=""
        placeholder="words in title or text"
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}

export function DaysFilter() {
  return (
    <div className="field-pair">
      <DayFilter name="since" label="From" />
      <DayFilter name="until" label="To" />
    </div>
  );
}

function DayFilter({ name, label }: { readonly name: "since" | "until"; readonly label: string }) {
  const { route, set } = useRoute();
  return (
    <label className="field">
      <span>{label}</span>
      <input type="date" value={route.params[name] ?? ""} onChange={(event) => set({ [name]: event.target.value })} />
    </label>
  );
}

export function ActorsFilter() {
  const { route, set } = useRoute();
  const actors = listOf(route.params["actors"]);
  return (
    <ActorPicker label="Who takes part" choose={(key) => set({ actors: [...new Set([...actors, key])].join(",") })} />
  );
}

/** Some of a short list, by checkboxes. */
export function ChoicesFilter({
  name,
  label,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly (readonly [string, string])[];
}) {
  const { route, set } = useRoute();
  const chosen = listOf(route.params[name]);
  const toggle = (key: string): void =>
    set({ [name]: (chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]).join(",") });
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {choices.map(([key, words]) => (
        <label key={key} title={key}>
          <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} /> {words}
        </label>
      ))}
    </fieldset>
  );
}

/** One of a list. */
export function ChoiceFilter({
  name,
  label,
  any,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly choices: readonly (readonly [string, string])[];
}) {
  const { route, set } = useRoute();
  return (
    <label className="field">
      <span>{label}</span>
      <select value={route.params[name] ?? ""} onChange={(event) => set({ [name]: event.target.value })}>
        <option value="">{any}</option>
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

const LEAST_SURE: readonly (readonly [string, string])[] = [["0.5", "50% sure or more"], ["0.8", "80% sure or more"], ["0.95", "95% sure or more"]]; // biome-ignore format: a table

/** Filters that contacts and events share. */
export function CommonFilters() {
  const meta = useMeta();
  return (
    <>
      <ChoiceFilter
        name="contexts"
        label="About"
        any="anything"
        choices={(meta?.codes.contexts ?? []).map(({ code }) => [code, contextWords(code)])}
      />
      <ChoiceFilter
        name="outlet"
        label="Outlet"
        any="any"
        choices={(meta?.outlets ?? []).map(({ name, documents }) => [name, `${name} (${documents})`])}
      />
      <ChoiceFilter name="confidence" label="How sure that the text says so" any="any" choices={LEAST_SURE} />
    </>
  );
}

/** The filters of a view: beside the list on a wide screen, folded above it on a narrow one. */
export function FilterPanel({ children }: { readonly children: ReactNode }) {
  const [wide] = useState(() => matchMedia("(min-width: 62rem)").matches);
  return (
    <details className="filters" open={wide}>
      <summary>Filters</summary>
      <form onSubmit={(event) => event.preventDefault()}>{children}</form>
    </details>
  );
}
