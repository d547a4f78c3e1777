import { lazy, Suspense } from "react";
import { addressOf } from "../api/client.js";
import type { PairView } from "../api/contract.js";
import { useCountryNames } from "../api/meta.js";
import { useQuery } from "../api/use-query.js";
import { ActorPicker } from "../parts/actor-picker.js";
import { CopyButton } from "../parts/copy-button.js";
import { EntryCard } from "../parts/entry-card.js";
import { DaysFilter } from "../parts/filters.js";
import { Empty, Loading, Shown } from "../parts/states.js";
import { Threads } from "../parts/thread-card.js";
import { WindowedList } from "../parts/windowed-list.js";
import { useRoute } from "../route/use-route.js";
import { channelWords } from "../words/codes.js";
import { dayWords, ZONE } from "../words/days.js";
import { counted, signed } from "../words/numbers.js";

const Charts = lazy(() => import("./charts.js"));

/** Two countries or people through time. */
export default function Pair() {
  const { route, set } = useRoute();
  const { a = "", b = "", since, until } = route.params;
  const answer = useQuery<PairView>(a === "" || b === "" ? null : addressOf("/api/pair", { a, b, since, until }));
  return (
    <div className="pair">
      <h1 id="view-title">Pair</h1>
      <p className="lead">Two countries, people or bodies through time.</p>
      <form className="pickers" onSubmit={(event) => event.preventDefault()}>
        <Side name="a" label="One side" value={a} known={answer.data?.parties[0]?.name} />
        <button
          type="button"
          onClick={() => set({ a: b, b: a })}
          disabled={a === "" && b === ""}
          aria-label="Change the sides"
        >
          ⇄
        </button>
        <Side name="b" label="The other side" value={b} known={answer.data?.parties[1]?.name} />
        <DaysFilter />
      </form>
      {a === "" || b === "" ? (
        <Empty title="Choose two sides">
          <p>Names, codes of countries (RUS) and bodies are known as the articles of the ledger tell them.</p>
        </Empty>
      ) : (
        <Shown answer={answer} what="the pair">
          {(pair) => <Timeline pair={pair} />}
        </Shown>
      )}
    </div>
  );
}

interface SideProps {
  readonly name: "a" | "b";
  readonly label: string;
  readonly value: string;
  /** What the ledger calls it; not known before it has answered. */
  readonly known: string | undefined;
}

function Side({ name, label, value, known }: SideProps) {
  const { set } = useRoute();
  const country = useCountryNames();
  return (
    <div>
      <ActorPicker
        label={label}
        choose={(key) => set({ [name]: key })}
        hint={value === "" ? "a country, person or body" : `now ${known ?? country(value)}`}
      />
    </div>
  );
}

function Timeline({ pair }: { readonly pair: PairView }) {
  const [one, other] = pair.parties;
  const entries = pair.entries.toReversed();
  return (
    <>
      <h2 className="pair-title">
        {one?.name} – {other?.name}
      </h2>
      <Summary pair={pair} />
      {pair.entries.length === 0 ? (
        <Empty title="Nothing between these two is in the ledger">
          <p>Widen the days, or choose others.</p>
        </Empty>
      ) : (
        <>
          <Suspense fallback={<Loading what="the chart" />}>
            <Charts pair={pair} />
          </Suspense>
          <h2>Commitments</h2>
          <Threads threads={pair.commitments} none="No commitment between these two is told of." />
          <h2>Contacts and events, newest first</h2>
          <WindowedList
            items={entries}
            label="Contacts and events, newest first"
            keyOf={(entry) => `${entry.kind} ${entry.id}`}
            draw={(entry) => <EntryCard entry={entry} />}
            guess={150}
            complete
          />
          {pair.page.total > entries.length || pair.page.cut ? (
            <p className="note">
              {counted(pair.page.total, "entry", "entries")} in all; the others are left out here. Narrow the days to
              see them.
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

function Summary({ pair }: { readonly pair: PairView }) {
  return (
    <p>
      {pair.channels.map(({ channel, contacts }) => `${channelWords(channel)} ${contacts}`).join(" · ")}
      {pair.lastContact === null ? "" : ` · last contact ${dayWords(pair.lastContact)} (${ZONE})`}
      {pair.score === null
        ? ""
        : ` · mean score ${signed(pair.score)} over ${counted(pair.entries.length, "entry", "entries")}`}{" "}
      <CopyButton text={() => location.href}>Copy link</CopyButton>
    </p>
  );
}
