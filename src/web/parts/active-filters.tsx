import { useCountryNames } from "../api/meta.js";
import { listOf } from "../route/route.js";
import { useRoute } from "../route/use-route.js";
import { channelWords, contextWords, eventWords } from "../words/codes.js";
import { dayWords } from "../words/days.js";
import { CopyButton } from "./copy-button.js";

/** Filters in words. Those that are not here (a document, an item) are no filters of a list. */
const WORDS: Readonly<Record<string, (value: string) => string>> = {
  words: (value) => `“${value}”`,
  since: (value) => `from ${dayWords(value)}`,
  until: (value) => `to ${dayWords(value)}`,
  channels: channelWords,
  statuses: (value) => value,
  events: (value) => eventWords(value, null),
  contexts: contextWords,
  outlet: (value) => value,
  confidence: (value) => `${Math.round(Number(value) * 100)}% sure or more`,
  oneSided: () => "one-sided",
};
const ONE_VALUE: ReadonlySet<string> = new Set(["words", "outlet"]);

/** The filters that hold, each to be taken away, and a link that tells them all. */
export function ActiveFilters({ feed }: { readonly feed?: "contacts" | "events" }) {
  const { route, set } = useRoute();
  const country = useCountryNames();
  const wordsOf = (name: string, value: string): string =>
    name === "actors" ? country(value) : (WORDS[name]?.(value) ?? value);
  const held = Object.entries(route.params).filter(([name]) => name === "actors" || WORDS[name] !== undefined);
  if (held.length === 0) return null;
  const without = (name: string, value: string): string =>
    ONE_VALUE.has(name)
      ? ""
      : listOf(route.params[name])
          .filter((each) => each !== value)
          .join(",");
  return (
    <div className="active-filters">
      <ul aria-label="Filters that hold">
        {held.flatMap(([name, text]) =>
          (ONE_VALUE.has(name) ? [text] : listOf(text)).map((value) => (
            <li key={`${name} ${value}`}>
              <button
                type="button"
                className="chip"
                onClick={() => set({ [name]: without(name, value) })}
                aria-label={`Take away the filter ${wordsOf(name, value)}`}
              >
                {wordsOf(name, value)} <span aria-hidden="true">×</span>
              </button>
            </li>
          )),
        )}
      </ul>
      <button type="button" className="plain" onClick={() => set(Object.fromEntries(held.map(([name]) => [name, ""])))}>
        Clear all
      </button>
      <CopyButton text={() => location.href}>Copy link</CopyButton>
      {feed === undefined ? null : (
        <a href={`/feeds/${feed}.atom?${new URLSearchParams(Object.fromEntries(held)).toString()}`}>
          Atom feed of this watchlist
        </a>
      )}
    </div>
  );
}
