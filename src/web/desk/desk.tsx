import { useState } from "react";
import { addressOf } from "../api/client.js";
import type { ContactCard, LiveItems } from "../api/contract.js";
import { useLive } from "../api/live.js";
import { useMeta } from "../api/meta.js";
import { usePages } from "../api/use-pages.js";
import { ActiveFilters } from "../parts/active-filters.js";
import { ContactCardView } from "../parts/contact-card.js";
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
import { CHANNEL_LIST, STATUS_LIST } from "../words/codes.js";
import { counted } from "../words/numbers.js";

const FILTERS = ["actors", "channels", "confidence", "contexts", "events", "oneSided", "outlet", "since", "statuses", "until", "words"] as const; // biome-ignore format: a list

/** Recent contacts as cards, newest first. */
export function Desk() {
  const { route } = useRoute();
  const list = usePages<ContactCard>(
    "/api/contacts",
    Object.fromEntries(FILTERS.map((name) => [name, route.params[name]])),
  );
  return (
    <div className="with-filters">
      <DeskFilters />
      <section aria-labelledby="view-title">
        <h1 id="view-title">Desk</h1>
        <p className="lead">Who was in contact with whom, as the sources tell it.</p>
        <Ledger />
        <ActiveFilters feed="contacts" />
        <News again={list.again} />
        <ListView
          list={list}
          label="Contacts, newest first"
          what="contacts"
          guess={240}
          keyOf={(contact) => contact.id}
          draw={(contact) => <ContactCardView contact={contact} />}
          empty="No contact fits these filters"
        />
      </section>
    </div>
  );
}

function DeskFilters() {
  return (
    <FilterPanel>
      <WordsFilter />
      <ActorsFilter />
      <DaysFilter />
      <ChoicesFilter name="channels" label="Channel" choices={CHANNEL_LIST} />
      <ChoicesFilter name="statuses" label="Status" choices={STATUS_LIST.map((status) => [status, status])} />
      <CommonFilters />
      <ChoiceFilter name="oneSided" label="Sides" any="any" choices={[["true", "one-sided only"]]} />
    </FilterPanel>
  );
}

/** How much the ledger holds. */
function Ledger() {
  const counts = useMeta()?.counts;
  if (counts === undefined) return null;
  return (
    <p className="note counts">
      {counted(counts.contacts, "report")} of contacts, {counted(counts.events, "event")} in{" "}
      {counted(counts.documents, "article")}, {counted(counts.copies, "copy", "copies")} among them.
    </p>
  );
}

/** Says when articles came in; the list is read anew when the reader wishes, so that nothing moves under the eye. */
function News({ again }: { readonly again: () => void }) {
  const [fresh, setFresh] = useState(0);
  useLive<LiveItems>(addressOf("/api/live"), "items", ({ documents }) => setFresh((n) => n + documents.length));
  return (
    <div aria-live="polite">
      {fresh === 0 ? null : (
        <button
          type="button"
          className="news"
          onClick={() => {
            setFresh(0);
            again();
          }}
        >
          {counted(fresh, "new article")}: show
        </button>
      )}
    </div>
  );
}
