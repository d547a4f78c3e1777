import { memo, type ReactNode, useMemo } from "react";
import type { ActorRecord, ClaimRecord, ContactRecord, EventRecord, Repair } from "../../engine/record.js";
import type { DocumentView } from "../api/contract.js";
import { Confidence, Day } from "../parts/badges.js";
import { sharesOf } from "../parts/by-and-by.js";
import { Chain } from "../parts/chain.js";
import { channelWords, eventWords, repairWords, statusWords } from "../words/codes.js";
import { signed } from "../words/numbers.js";
import { chainsOf, codesOf, type Labels, partiesLine } from "./labels.js";

interface Props {
  readonly labels: Labels;
  readonly item: string | null;
  readonly choose: (item: string) => void;
  readonly showRepairs: boolean;
  /** So many items are drawn for the moment, those of the first lists first. */
  readonly drawn: number;
  /** How many there are in all, where only the beginning of the record is here. */
  readonly cut: DocumentView["cut"];
}

/** More ways than this are drawn for nobody: they come in order of how many claims took them. */
export const MOST_CHAINS = 12;

/** The record beside its text: contacts, events, quotes, the chain, actors. Each leads to its words. */
export const Side = memo(function Side({ labels, item, choose, showRepairs, drawn, cut }: Props) {
  const { contacts, events, claims, actors, document } = labels.record;
  const spoken = useMemo(() => claims.filter(({ act }) => act === "speech"), [claims]);
  const repairs = showRepairs ? document.repairs : [];
  const chains = useMemo(() => chainsOf(labels).slice(0, MOST_CHAINS), [labels]);
  const lists = [contacts, events, chains, spoken, actors, repairs];
  const [ofContacts, ofEvents, ofChains, ofSpoken, ofActors, ofRepairs] = sharesOf(
    lists.map((list) => list.length),
    drawn,
  );
  const props = { choose, labels };
  return (
    <aside className="side" id="side" aria-label="What the record holds">
      <Part title="Contacts" count={cut?.contacts ?? contacts.length}>
        {contacts.slice(0, ofContacts).map((contact) => (
          <ContactItem key={contact.id} contact={contact} isChosen={item === contact.id} {...props} />
        ))}
      </Part>
      <Part title="Events" count={cut?.events ?? events.length}>
        {events.slice(0, ofEvents).map((event) => (
          <EventItem key={event.id} event={event} isChosen={item === event.id} {...props} />
        ))}
      </Part>
      <Chains chains={chains.slice(0, ofChains)} count={chains.length} />
      <Part title="Who says what" count={cut?.quotes ?? spoken.length}>
        {spoken.slice(0, ofSpoken).map((claim) => (
          <ClaimItem key={claim.id} claim={claim} isChosen={item === claim.id} {...props} />
        ))}
      </Part>
      <Part title="Actors" count={cut?.actors ?? actors.length} folded>
        {actors.slice(0, ofActors).map((actor) => (
          <ActorItem key={actor.id} actor={actor} isChosen={item === actor.id} {...props} />
        ))}
      </Part>
      {showRepairs ? (
        <Part title="Repairs" count={repairs.length}>
          {repairs.slice(0, ofRepairs).map((repair, i) => (
            <RepairItem
              key={repair.sourceSpan[0]}
              id={`r${i + 1}`}
              repair={repair}
              isChosen={item === `r${i + 1}`}
              {...props}
            />
          ))}
        </Part>
      ) : null}
    </aside>
  );
});

function Part({
  title,
  count,
  folded = false,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly folded?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="part" open={!folded}>
      <summary>
        <h2>{title}</h2> <span className="note">{count}</span>
      </summary>
      {count === 0 ? <p className="note">None found in this text.</p> : <ul>{children}</ul>}
    </details>
  );
}

interface ItemProps {
  readonly id: string;
  readonly isChosen: boolean;
  readonly choose: (item: string) => void;
  readonly labels: Labels;
  readonly head: string;
  readonly code?: string;
  readonly tone?: string;
  readonly children?: ReactNode;
}

/** One item; its head is a button that leads to the words it rests on. */
function Item({ id, isChosen, choose, head, code = "", tone = "", children }: ItemProps) {
  return (
    <li className={`side-item ${tone}`} data-side={id} data-item="">
      <button
        type="button"
        className="side-head"
        aria-current={isChosen ? "true" : undefined}
        title="Show in the text"
        onClick={() => choose(id)}
      >
        {head}
      </button>{" "}
      {code === "" ? null : <code>{code}</code>}
      {children}
    </li>
  );
}

type Shared = Pick<ItemProps, "isChosen" | "choose" | "labels">;

const ContactItem = memo(function ContactItem({ contact, ...props }: Shared & { readonly contact: ContactRecord }) {
  const { labels } = props;
  return (
    <Item id={contact.id} {...props} tone="contact" head={channelWords(contact.channel)}>
      <span className={`status ${contact.status}`}>{contact.status}</span>{" "}
      <Day value={contact.date?.value ?? null} why={contact.date?.why} />
      <p>{contact.participants.map(labels.name).join(contact.sender === null ? " ↔ " : " → ")}</p>
      {contact.topics.map(({ id, label }) => (
        <p key={id} className="note">
          about {label}
        </p>
      ))}
      {contact.commitments.map(({ id, text, status }) => (
        <p key={id} className="note">
          {status}: {text}
        </p>
      ))}
      <Confidence value={contact.confidence} why={contact.why} />
    </Item>
  );
});

const EventItem = memo(function EventItem({ event, ...props }: Shared & { readonly event: EventRecord }) {
  const alleged = props.labels.allegedBy(event);
  return (
    <Item
      id={event.id}
      {...props}
      tone={`quad${event.quad}`}
      head={eventWords(event.event, event.mode)}
      code={`${event.event} ${event.cameo} ${signed(event.score)}`}
    >
      <p>
        {partiesLine(event, props.labels)}{" "}
        <span className={`status ${event.negated ? "denied" : event.status}`}>
          {statusWords(event.status, event.negated)}
        </span>
      </p>
      {alleged === "" ? null : <p className="alleged">according to {alleged}</p>}
      {event.date === null ? null : <Day value={event.date.value} why={event.date.why} />}{" "}
      <Confidence value={event.confidence} why={event.why} />
    </Item>
  );
});

const ClaimItem = memo(function ClaimItem({ claim, ...props }: Shared & { readonly claim: ClaimRecord }) {
  const { labels } = props;
  const words = labels.text(claim.content).replace(/\s+/g, " ");
  return (
    <Item
      id={claim.id}
      {...props}
      tone="claim"
      head={claim.speaker === null ? "Speaker not known" : labels.name(claim.speaker)}
    >
      <span className="status">{claim.stance}</span>
      <blockquote className={claim.kind}>{words.length > 180 ? `${words.slice(0, 180)} …` : words}</blockquote>
      <Confidence value={claim.confidence} why={claim.why} />
    </Item>
  );
});

function Chains({ chains, count }: { readonly chains: ReturnType<typeof chainsOf>; readonly count: number }) {
  if (count === 0) return null;
  return (
    <details className="part" open>
      <summary>
        <h2>How the words came here</h2> <span className="note">{count}</span>
      </summary>
      {chains.map(({ key, chain, claims }) => (
        <figure key={key} className="chain-figure">
          <Chain hands={chain} />
          <figcaption className="note">{claims.length === 1 ? "one claim" : `${claims.length} claims`}</figcaption>
        </figure>
      ))}
    </details>
  );
}

const ActorItem = memo(function ActorItem({ actor, ...props }: Shared & { readonly actor: ActorRecord }) {
  return (
    <Item id={actor.id} {...props} head={actor.name} code={codesOf(actor)}>
      {actor.office === null ? null : <p className="note">{actor.office}</p>}
    </Item>
  );
});

const RepairItem = memo(function RepairItem({
  id,
  repair,
  ...props
}: Shared & { readonly id: string; readonly repair: Repair }) {
  const { kind, before, after } = repair;
  return (
    <Item id={id} {...props} head={repairWords(kind)}>
      <p className="note">
        <del>{before === "" ? "(nothing)" : before}</del> → <ins>{after === "" ? "(removed)" : after}</ins>
      </p>
    </Item>
  );
});
