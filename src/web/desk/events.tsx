import type { EventCard } from "../api/contract.js";
import { usePages } from "../api/use-pages.js";
import { ActiveFilters } from "../parts/active-filters.js";
import { EventCardView } from "../parts/event-card.js";
import {
  ActorsFilter,
  ChoiceFilter,
  ChoicesFilter,
  CommonFilters,
  DaysFilter,
  FilterPanel,
  WordsFilter,
} from "../parts/filters.js";
import { ListView } from "../parts/list-view.js";
import { useRoute } from "../route/use-route.js";
import { EVENT_LIST, EVENT_STATUS_LIST } from "../words/codes.js";

const FILTERS = [
  "actors",
  "confidence",
  "contexts",
  "events",
  "outlet",
  "since",
  "statuses",
  "until",
  "words",
] as const;

/** All events, newest first: who did what to whom, and who says so. */
export function Events() {
  const { route } = useRoute();
  const list = usePages<EventCard>("/api/events", {
    ...Object.fromEntries(FILTERS.map((name) => [name, route.params[name]])),
    limit: 200,
  });
  return (
    <div className="with-filters">
      <FilterPanel>
        <WordsFilter />
        <ActorsFilter />
        <DaysFilter />
        <ChoiceFilter name="events" label="What" any="anything" choices={EVENT_LIST} />
        <ChoicesFilter name="statuses" label="Status" choices={EVENT_STATUS_LIST.map((status) => [status, status])} />
        <CommonFilters />
      </FilterPanel>
      <section aria-labelledby="view-title">
        <h1 id="view-title">Events</h1>
        <p className="lead">Who did what to whom, and who says so.</p>
        <ActiveFilters feed="events" />
        <ListView
          list={list}
          label="Events, newest first"
          what="events"
          guess={190}
          keyOf={(event) => event.id}
          draw={(event) => <EventCardView event={event} />}
          empty="No event fits these filters"
        />
      </section>
    </div>
  );
}
