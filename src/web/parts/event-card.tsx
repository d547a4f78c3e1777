import type { EventCard, EventItem } from "../api/contract.js";
import { useMeta } from "../api/meta.js";
import { Link } from "../route/link.js";
import { citeEvent } from "../words/citation.js";
import { contextWords, eventWords, quadWords, statusWords } from "../words/codes.js";
import { signed } from "../words/numbers.js";
import { Confidence, Day } from "./badges.js";
import { CopyButton } from "./copy-button.js";
import { Sources } from "./corroboration.js";
import { CitedOnPaper } from "./on-paper.js";
import { People } from "./people.js";
import { Term } from "./term.js";

/** An event: what, who to whom, when, and who says so. */
export function EventCardView({ event }: { readonly event: EventCard }) {
  const version = useMeta()?.version ?? "";
  return (
    <div className={`card event quad${event.quad} ${event.verdict ?? ""}`}>
      <EventLines event={event} heading="h2" />
      <div className="card-foot">
        <Sources of={event.corroboration} />
        <Confidence value={event.confidence} />
        <span className="links">
          <Link view="reader" params={{ document: event.document.hash, item: event.id }}>
            {event.document.outlet ?? event.document.agency ?? "Read"}
          </Link>
          <CopyButton text={() => citeEvent(event, version)}>Copy citation</CopyButton>
        </span>
      </div>
      <CitedOnPaper document={event.document} />
    </div>
  );
}

/** The lines of an event without its foot. An allegation always stands with who makes it. */
export function EventLines({ event, heading: Heading }: { readonly event: EventItem; readonly heading: "h2" | "h3" }) {
  return (
    <>
      <div className="card-head">
        <Heading className="card-title">
          <Term className="kind" note={<EventNote event={event} />}>
            {eventWords(event.event, event.mode)}
          </Term>
        </Heading>
        <span className={`status ${event.negated ? "denied" : event.status}`}>
          {statusWords(event.status, event.negated)}
        </span>
        <Day value={event.day} why={event.dayWhy} />
      </div>
      <p className="who">
        <People parties={event.actors} between={event.recipients.length === 0 ? "↔" : "+"} />
        {event.recipients.length === 0 ? null : (
          <>
            {" "}
            <span aria-hidden="true" className="between">
              →
            </span>
            <span className="unseen">towards</span> <People parties={event.recipients} between="+" />
          </>
        )}
      </p>
      {event.allegedBy.length === 0 ? null : (
        <p className="alleged">
          according to <People parties={event.allegedBy} between="+" />
        </p>
      )}
      <p className="passage">{event.passage}</p>
    </>
  );
}

function EventNote({ event }: { readonly event: EventItem }) {
  return (
    <>
      <b>
        PLOVER {event.event}
        {event.mode === null ? "" : ` ${event.mode}`} · CAMEO {event.cameo}
      </b>
      <span>
        {quadWords(event.quad)}, score {signed(event.score)} of −10 to +10
      </span>
      {event.context.length === 0 ? null : <span>about: {event.context.map(contextWords).join(", ")}</span>}
    </>
  );
}
