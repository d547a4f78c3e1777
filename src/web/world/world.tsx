import { useMemo } from "react";
import { addressOf } from "../api/client.js";
import type { Placed } from "../api/contract.js";
import { useCountryNames } from "../api/meta.js";
import { useQuery } from "../api/use-query.js";
import { ActiveFilters } from "../parts/active-filters.js";
import { Day } from "../parts/badges.js";
import { ActorsFilter, DaysFilter } from "../parts/filters.js";
import { People } from "../parts/people.js";
import { Empty, Loading, Shown } from "../parts/states.js";
import { WindowedList } from "../parts/windowed-list.js";
import { Link } from "../route/link.js";
import { useRoute } from "../route/use-route.js";
import { channelWords } from "../words/codes.js";
import { counted, joined } from "../words/numbers.js";
import { useAtlas } from "./atlas.js";
import { WorldMap } from "./map.js";
import { groupByPlace } from "./places.js";

interface World {
  readonly items: readonly Placed[];
  readonly truncated: boolean;
}

/** Visits and meetings of a period on a map, and as a list. */
export default function WorldView() {
  const { route } = useRoute();
  const { since, until, actors } = route.params;
  const answer = useQuery<World>(addressOf("/api/world", { since, until, actors }));
  return (
    <div className="world">
      <h1 id="view-title">World</h1>
      <p className="lead">Where visits and meetings took place.</p>
      <form className="pickers" onSubmit={(event) => event.preventDefault()}>
        <ActorsFilter />
        <DaysFilter />
      </form>
      <ActiveFilters />
      <Shown answer={answer} what="the map">
        {(world) => <Places world={world} />}
      </Shown>
    </div>
  );
}

function Places({ world }: { readonly world: World }) {
  const { route, set } = useRoute();
  const country = useCountryNames();
  const [atlas, problem] = useAtlas();
  const chosen = route.params["place"] ?? "";
  const groups = useMemo(
    () =>
      groupByPlace(world.items, { nameOf: country, centreOf: (code) => atlas?.centreOf(code, country(code)) ?? null }),
    [world.items, country, atlas],
  );
  const items = chosen === "" ? world.items : (groups.find(({ name }) => name === chosen)?.items ?? []);
  const unplaced = world.items.length - groups.reduce((sum, group) => sum + group.items.length, 0);
  if (world.items.length === 0)
    return (
      <Empty title="No visit or meeting with a known country">
        <p>Widen the days, or take a filter away.</p>
      </Empty>
    );
  return (
    <>
      {problem === null ? null : <p className="note">The map could not be loaded: {problem}</p>}
      {atlas === null ? (
        problem === null ? (
          <Loading what="the map" />
        ) : null
      ) : (
        <WorldMap
          atlas={atlas}
          groups={groups}
          chosen={chosen}
          choose={(place) => set({ place: place === chosen ? "" : place })}
        />
      )}
      <p>
        {counted(world.items.length, "visit or meeting", "visits and meetings")}
        {atlas === null || unplaced === 0
          ? ""
          : `; ${unplaced} of them stand in the list alone, since the map does not have their country`}
        {world.truncated ? "; there are more than are shown" : ""}.{" "}
        {chosen === "" ? null : (
          <button
            type="button"
            className="chip"
            aria-label={`Show all places, not ${chosen} alone`}
            onClick={() => set({ place: "" })}
          >
            {chosen} <span aria-hidden="true">×</span>
          </button>
        )}
      </p>
      <WindowedList
        items={items}
        label="Visits and meetings"
        keyOf={({ contact }) => contact}
        draw={(placed) => <PlacedCard placed={placed} />}
        guess={110}
        complete
      />
    </>
  );
}

function PlacedCard({ placed }: { readonly placed: Placed }) {
  const countryOf = useCountryNames();
  const { contact, channel, status, day, place, country, parties, topics } = placed;
  return (
    <div className="card contact">
      <div className="card-head">
        <h2 className="card-title">
          <Link view="contact" params={{ id: contact }} className="kind">
            {channelWords(channel)}
          </Link>
        </h2>
        <span className={`status ${status}`}>{status}</span>
        <Day value={day} />
        <span className="place">
          {place === null ? "" : `${place}, `}
          {countryOf(country)}
        </span>
      </div>
      <p className="who">
        <People parties={parties} between="↔" />
      </p>
      {topics.length === 0 ? null : <p className="note">About {joined(topics)}</p>}
    </div>
  );
}
