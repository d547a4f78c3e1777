import { type FormEvent, useState } from "react";
import { ActorPicker } from "../parts/actor-picker.js";
import { Link } from "../route/link.js";
import { read, write } from "../shell/theme.js";
import { EVENT_LIST } from "../words/codes.js";
import { keptWatchlists, nameOf, toText, type Watchlist } from "./watchlist.js";

const KEY = "readout.watchlists";

/** What the reader follows: kept in this browser, and an Atom feed each, for any program that reads feeds. */
export function Watchlists() {
  const [lists, setLists] = useState(() => keptWatchlists(read(KEY)));
  const keep = (next: readonly Watchlist[]): void => {
    setLists(next);
    write(KEY, toText(next));
  };
  return (
    <section aria-labelledby="watchlists-title">
      <h2 id="watchlists-title">Watchlists</h2>
      {lists.length === 0 ? (
        <p className="note">
          None yet. A watchlist is kept in this browser; its feed can be read by any feed reader on this machine.
        </p>
      ) : null}
      <ul className="watchlists">
        {lists.map((list) => {
          const params = { actors: list.actors.join(","), words: list.words, events: list.event };
          const filled = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ""));
          return (
            <li key={nameOf(list)}>
              <Link view={list.event === "" ? "desk" : "events"} params={filled}>
                {nameOf(list)}
              </Link>{" "}
              <a
                href={`/feeds/${list.event === "" ? "contacts" : "events"}.atom?${new URLSearchParams(filled).toString()}`}
              >
                Atom feed
              </a>{" "}
              <button
                type="button"
                className="plain"
                onClick={() => keep(lists.filter((each) => each !== list))}
                aria-label={`Remove the watchlist ${nameOf(list)}`}
              >
                Remove
              </button>
            </li>
          );
        })}
      </ul>
      <NewWatchlist add={(list) => keep([...lists.filter((each) => nameOf(each) !== nameOf(list)), list])} />
    </section>
  );
}

function NewWatchlist({ add }: { readonly add: (list: Watchlist) => void }) {
  const [actors, setActors] = useState<readonly string[]>([]);
  const [words, setWords] = useState("");
  const [event, setEvent] = useState("");
  const [said, setSaid] = useState("");
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    if (actors.length === 0 && words.trim() === "" && event === "") {
      setSaid("Choose somebody, a word or an event to watch.");
      return;
    }
    add({ actors, words: words.trim(), event });
    setActors([]);
    setWords("");
    setEvent("");
    setSaid("Added.");
  };
  return (
    <form className="pickers" onSubmit={submit} aria-label="New watchlist">
      <ActorPicker
        label={actors.length === 0 ? "Watch whom" : `Watch ${actors.join(", ")} and`}
        choose={(key) => setActors([...new Set([...actors, key])])}
      />
      <label className="field">
        <span>Words</span>
        <input type="text" value={words} onChange={({ target }) => setWords(target.value)} placeholder="border trade" />
      </label>
      <label className="field">
        <span>Event</span>
        <select value={event} onChange={({ target }) => setEvent(target.value)}>
          <option value="">contacts of any kind</option>
          {EVENT_LIST.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Add watchlist</button> <span aria-live="polite">{said}</span>
    </form>
  );
}
