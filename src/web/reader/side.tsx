import { memo, type ReactNode } from "react";
import type { ClaimRecord, ContactRecord, EventRecord, Repair } from "../../engine/record.js";
import { Confidence, Day } from "../parts/badges.js";
import { Chain } from "../parts/chain.js";
import { channelWords, eventWords, repairWords, statusWords } from "../words/codes.js";
import { signed } from "../words/numbers.js";
import { chainsOf, codesOf, type Labels, partiesLine } from "./labels.js";

interface Props {
  readonly labels: Labels;
  readonly item: string | null;
  readonly choose: (item: string) => void;
  readonly showRepairs: boolean;
  /** So many items of each list are drawn for the moment. */
  readonly drawn: number;
}

/** The record beside its text: contacts, events, quotes, the chain, actors. Each leads to its words. */
export const Side = memo(function Side({ labels, item, choose, showRepairs, drawn }: Props) {
  const { contacts, events, claims, actors, document } = labels.record;
  const spoken = claims.filter(({ act }) => act === "speech");
  const props = { item, choose, labels };
  return (
    <aside className="side" id="side" aria-label="What the record holds">
      <Part title="Contacts" count={contacts.length}>
        {contacts.slice(0, drawn).map((contact) => (
          <ContactItem key={contact.id} contact={contact} {...props} />
        ))}
      </Part>
      <Part title="Events" count={events.length}>
        {events.slice(0, drawn).map((event) => (
          <EventItem key={event.id} event={event} {...props} />
        ))}
      </Part>
      <Chains labels={labels} />
      <Part title="Who says what" count={spoken.length}>
        {spoken.slice(0, drawn).map((claim) => (
          <ClaimItem key={claim.id} claim={claim} {...props} />
        ))}
      </Part>
      <Part title="Actors" count={actors.length} folded>
        {actors.slice(0, drawn).map((actor) => (
          <Item key={actor.id} id={actor.id} {...props} head={actor.name} code={codesOf(actor)}>
            {actor.office === null ? null : <p className="note">{actor.office}</p>}
          </Item>
        ))}
      </Part>
      {showRepairs ? <Repairs repairs={document.repairs} drawn={drawn} {...props} /> : null}
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
  readonly item: string | null;
  readonly choose: (item: string) => void;
  readonly labels: Labels;
  readonly head: string;
  readonly code?: string;
  readonly tone?: string;
  readonly children?: ReactNode;
}

/** One item; its head is a button that leads to the words it rests on. */
function Item({ id, item, choose, head, code = "", tone = "", children }: ItemProps) {
  return (
    <li className={`side-item ${tone}`} data-side={id} data-item="">
      <button
        type="button"
        className="side-head"
        aria-current={item === id ? "true" : undefined}
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

type Shared = Pick<ItemProps, "item" | "choose" | "labels">;

function ContactItem({ contact, ...props }: Shared & { readonly contact: ContactRecord }) {
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
}

function EventItem({ event, ...props }: Shared & { readonly event: EventRecord }) {
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
}

function ClaimItem({ claim, ...props }: Shared & { readonly claim: ClaimRecord }) {
  const { labels } = props;
  const words = labels.text(claim.content).replace(/\s+/g, " ");
  return (
    <Item
      id={claim.id}
      {...props}
      tone="claim"
      head={claim.speaker === null ? "Speaker not known" : labels.name(claim.speaker)}
      code={claim.stance}
    >
      <blockquote className={claim.kind}>{words.length > 180 ? `${words.slice(0, 180)} …` : words}</blockquote>
      <Confidence value={claim.confidence} why={claim.why} />
    </Item>
  );
}

function Chains({ labels }: { readonly labels: Labels }) {
  const chains = chainsOf(labels);
  if (chains.length === 0) return null;
  return (
    <details className="part" open>
      <summary>
        <h2>How the words came here</h2> <span className="note">{chains.length}</span>
      </summary>
      {chains.slice(0, 12).map(({ key, chain, claims }) => (
        <figure key={key} className="chain-figure">
          <Chain hands={chain} />
          <figcaption className="note">{claims.length === 1 ? "one claim" : `${claims.length} claims`}</figcaption>
        </figure>
      ))}
    </details>
  );
}

function Repairs({
  repairs,
  drawn,
  ...props
}: Shared & Pick<Props, "drawn"> & { readonly repairs: readonly Repair[] }) {
  return (
    <Part title="Repairs" count={repairs.length}>
      {repairs.slice(0, drawn).map(({ kind, before, after, sourceSpan }, i) => (
        <Item key={sourceSpan[0]} id={`r${i + 1}`} {...props} head={repairWords(kind)}>
          <p className="note">
            <del>{before === "" ? "(nothing)" : before}</del> → <ins>{after === "" ? "(removed)" : after}</ins>
          </p>
        </Item>
      ))}
    </Part>
  );
}
