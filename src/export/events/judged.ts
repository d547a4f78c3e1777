import { byCodeUnit } from "../../engine/base/span.js";
import { QUAD, scoreOf } from "../../engine/events/scores.js";
import type { ItemId } from "../../engine/item-ids.js";
import { type ActorRecord, EVENT_STATUSES, type EventRecord, PLOVER_EVENTS, type ReadoutRecord } from "../../engine/record.js"; // biome-ignore format: one line reads best
import type { ItemJudgement } from "./types.js";

/** CAMEO's code of a PLOVER event of which no more is known: for one that was corrected without a code. */
const CAMEO: Readonly<Record<EventRecord["event"], string>> = {
  AGREE: "030", CONSULT: "040", SUPPORT: "050", CONCEDE: "080", COOPERATE: "060", AID: "070", RETREAT: "080", REQUEST: "020",
  ACCUSE: "110", REJECT: "120", THREATEN: "130", PROTEST: "140", SANCTION: "160", MOBILIZE: "150", COERCE: "170", ASSAULT: "180",
}; // biome-ignore format: a table

/** What was decided on one item: by field, the last word. */
type Decisions = ReadonlyMap<string, unknown>;

/**
 * A record with the decisions on it applied: corrected fields changed, rejected items taken out. A correction of an actor
 * holds for every event he takes part in; a rejected contact takes its events with it, one that was dated anew dates those
 * of its events that had its day. What cannot be applied (a code there is not, a value of another kind) is left as read.
 *
 * @param judgements Of this document, in the order they were made: later ones win.
 */
export function judgedRecord(
  record: ReadoutRecord,
  ids: readonly ItemId[],
  judgements: readonly ItemJudgement[],
): ReadoutRecord {
  if (judgements.length === 0) return record;
  const of = decisionsByItem(ids, judgements);
  const contacts = record.contacts.filter(({ id }) => !isRejected(of(id)));
  const gone = new Set(record.contacts.filter(({ id }) => isRejected(of(id))).flatMap(({ events }) => events));
  const actors = record.actors.flatMap((actor) =>
    isRejected(of(actor.id)) ? [] : [correctActor(actor, of(actor.id))],
  );
  const book = new ActorBook(actors);
  const events = record.events.flatMap((event) => {
    if (gone.has(event.id) || isRejected(of(event.id))) return [];
    const dated = withContactDay(event, record, of);
    return correctEvent(dated, of(event.id), book) ?? [];
  });
  return { ...record, actors: book.actors, events, contacts };
}

function decisionsByItem(ids: readonly ItemId[], judgements: readonly ItemJudgement[]) {
  const locals = new Map(ids.map(({ id, local }) => [id, local]));
  const decisions = new Map<string, Map<string, unknown>>();
  for (const { item, field, value } of judgements) {
    const local = item === null ? undefined : locals.get(item);
    if (local === undefined) continue;
    const own = decisions.get(local) ?? new Map<string, unknown>();
    decisions.set(local, own.set(field.slice(field.indexOf("/") + 1), value));
  }
  const none: Decisions = new Map();
  return (local: string): Decisions => decisions.get(local) ?? none;
}

function isRejected(decisions: Decisions): boolean {
  return decisions.get("verdict") === "rejected";
}

function correctActor(actor: ActorRecord, decisions: Decisions): ActorRecord {
  if (decisions.size === 0) return actor;
  const text = (field: "code" | "office" | "wikidata"): string | null => {
    const value = decisions.get(field);
    return value === null || typeof value === "string" ? value : actor[field];
  };
  const name = decisions.get("name");
  return {
    ...actor,
    name: typeof name === "string" && name.trim() !== "" ? name : actor.name,
    code: text("code"),
    office: text("office"),
    wikidata: text("wikidata"),
    sector: decisions.has("sector") ? textsOf(decisions.get("sector")) : actor.sector,
  };
}

/** An event whose contact was given another day, where it had the contact's. */
function withContactDay(
  event: EventRecord,
  { contacts }: ReadoutRecord,
  of: (local: string) => Decisions,
): EventRecord {
  const contact = contacts.find(({ id, events }) => events.includes(event.id) && of(id).has("date"));
  if (contact === undefined || (event.date?.value ?? null) !== (contact.date?.value ?? null)) return event;
  return { ...event, date: dateOf(of(contact.id).get("date"), event.date) };
}

/** `null` when nobody is left who takes part in it. */
function correctEvent(event: EventRecord, decisions: Decisions, book: ActorBook): EventRecord | null {
  const parties = (ids: readonly string[], field: string): string[] =>
    decisions.has(field) ? textsOf(decisions.get(field)).map((name) => book.find(name)) : ids.filter((id) => book.has(id)); // biome-ignore format: one line reads best
  const name = PLOVER_EVENTS.find((one) => one === decisions.get("event")) ?? event.event;
  const given = decisions.get("mode");
  const mode = given === null || typeof given === "string" ? given : name === event.event ? event.mode : null;
  const cameo = decisions.get("cameo");
  const status = EVENT_STATUSES.find((one) => one === decisions.get("status")) ?? event.status;
  const negated = decisions.get("negated");
  const coded = name === event.event && mode === event.mode ? {} : { quad: QUAD[name], score: scoreOf(name, mode) };
  const [actor, recipient] = [parties(event.actor, "actor"), parties(event.recipient, "recipient")];
  if (actor.length + recipient.length === 0 && event.actor.length + event.recipient.length > 0) return null;
  return {
    ...event,
    ...coded,
    event: name,
    mode,
    cameo:
      typeof cameo === "string" && /^\d{2,4}$/.test(cameo) ? cameo : name === event.event ? event.cameo : CAMEO[name],
    status,
    negated: typeof negated === "boolean" ? negated : event.negated,
    context: decisions.has("context") ? textsOf(decisions.get("context")) : event.context,
    date: decisions.has("date") ? dateOf(decisions.get("date"), event.date) : event.date,
    actor,
    recipient,
  };
}

function dateOf(value: unknown, before: EventRecord["date"]): EventRecord["date"] {
  if (value === null) return null;
  const day = typeof value === "object" && "value" in value ? value.value : value;
  return typeof day === "string" && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(day)
    ? { value: day, why: "corrected by hand" }
    : before;
}

/** The words of a value: a list, or one text whose parts are kept apart by `|`. */
function textsOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : typeof value === "string" ? value.split("|") : [];
  return parts.flatMap((part) => (typeof part === "string" && part.trim() !== "" ? [part.trim()] : []));
}

/** The actors of a record, and those a correction brings in. */
class ActorBook {
  readonly actors: ActorRecord[];

  constructor(actors: readonly ActorRecord[]) {
    this.actors = [...actors];
  }

  has(id: string): boolean {
    return this.actors.some((actor) => actor.id === id);
  }

  /** The id of an actor by id, Wikidata id, name or code; a new one where there is none. */
  find(words: string): string {
    const small = words.toLowerCase();
    const found =
      this.actors.find(({ id, wikidata }) => id === words || wikidata === words) ??
      this.actors.find(({ name }) => name.toLowerCase() === small) ??
      [...this.actors].sort((a, b) => Number(b.kind === "country") - Number(a.kind === "country") || byCodeUnit(a.id, b.id)).find(({ code }) => code === words); // biome-ignore format: one line reads best
    if (found !== undefined) return found.id;
    const isCode = /^[A-Z]{3}$/.test(words);
    const id = `a${this.actors.length + 1001}`; // above all ids of the record
    this.actors.push({ id, name: words, kind: isCode ? "country" : "unnamed", code: isCode ? words : null, sector: [], office: null, wikidata: null, why: "corrected by hand", mentions: [] }); // biome-ignore format: one line reads best
    return id;
  }
}
