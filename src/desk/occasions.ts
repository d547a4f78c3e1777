import { addDays, type Day, parseDay } from "../engine/base/day.js";
import { byCodeUnit } from "../engine/base/span.js";
import type { Ledger, StoredContact } from "../store/index.js";
import { type Feast, feasts } from "./calendar.js";
import { contactEntry } from "./entries.js";
import { mergeDealings } from "./merge.js";
import { daysBetween } from "./reports.js";
import type { Tables } from "./tables.js";
import { MOST_REPORTS } from "./timeline.js";
import type { Occasion, TimelineEntry } from "./types.js";

/** Days before and after an occasion on which greetings of it are told. */
const GREETING_DAYS = 10;
/** What the record calls the occasion of a greeting, by kind. */
const CALLED: Readonly<Record<Occasion["kind"], ReadonlySet<string>>> = {
  birthday: new Set(["birthday"]),
  "national-day": new Set(["national day", "anniversary"]),
  relations: new Set(["anniversary of relations", "anniversary"]),
};

export interface OccasionsQuery {
  /** First ISO day. Offices are as of this day. */
  readonly from: string;
  /** How many days, the first included. */
  readonly days: number;
  /** Only occasions of one of these countries. */
  readonly countries?: readonly string[] | undefined;
  /** Tables below `actors/` and `occasions/`. */
  readonly tables: Tables;
}

/**
 * Days on which greetings are due, in order of day, with those sent the year before as the ledger tells of them.
 *
 * @param ledger `null`: without greetings of the year before.
 * @throws StoreError, DataError
 */
export async function occasions(ledger: Ledger | null, query: OccasionsQuery): Promise<readonly Occasion[]> {
  const first = parseDay(query.from);
  if (first === null) return [];
  const last = addDays(first, query.days - 1);
  const wanted = new Set(query.countries ?? []);
  const years = [...new Set([Number(first.slice(0, 4)), Number(last.slice(0, 4))])];
  const greetings = ledger === null ? [] : await greetingsBetween(ledger, yearBefore(first), yearBefore(last));
  return feasts(query.tables, first)
    .filter(({ countries }) => wanted.size === 0 || countries.some((code) => wanted.has(code)))
    .flatMap((feast) =>
      years.flatMap((year) => {
        const day = feast.dayIn(year);
        return day === null || day < first || day > last ? [] : [occasionOf(feast, day, greetings)];
      }),
    )
    .sort((a, b) => byCodeUnit(a.day, b.day) || byCodeUnit(a.kind, b.kind) || byCodeUnit(a.uid, b.uid));
}

function occasionOf(feast: Feast, day: Day, greetings: readonly TimelineEntry[]): Occasion {
  const { kind, title, countries, person, year, key } = feast;
  const before = feast.dayIn(Number(day.slice(0, 4)) - 1);
  const number = year === null ? null : Number(day.slice(0, 4)) - year;
  return {
    day,
    kind,
    title: number === null ? title : `${title} – ${ordinal(number)}`,
    countries,
    person,
    number,
    uid: `${day.slice(0, 4)}-${slugOf(key)}@readout`,
    lastYear: before === null ? [] : greetings.filter((one) => isGreeting(one, feast, before)).map(greetingOf),
  };
}

/** “70th”, “1st”. */
function ordinal(number: number): string {
  const tens = Math.floor(number / 10) % 10;
  const ending = tens === 1 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

/** A name in plain small letters and hyphens. */
function slugOf(key: string): string {
  const plain = key.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

function yearBefore(day: Day): Day {
  return addDays(day, -365);
}

/** Contacts told of an occasion about the days of the year before. */
async function greetingsBetween(ledger: Ledger, first: Day, last: Day): Promise<TimelineEntry[]> {
  const [since, until] = [addDays(first, -GREETING_DAYS), addDays(last, GREETING_DAYS)];
  const found = await ledger.dealings({ since, until, kinds: ["contact"], limit: MOST_REPORTS });
  const greeting = found.filter((one): one is StoredContact => one.kind === "contact" && one.occasion !== null && one.status === "held"); // biome-ignore format: one line reads best
  return mergeDealings(greeting).contacts.map(contactEntry);
}

/** Whether a contact greets on an occasion: it says so, about its day, and to whom or what it is of. */
function isGreeting({ occasion, day, who, from }: TimelineEntry, feast: Feast, before: Day): boolean {
  const apart = daysBetween(before, day);
  if (apart === null || Math.abs(apart) > GREETING_DAYS || !CALLED[feast.kind].has(occasion ?? "")) return false;
  const greeted = who.filter(({ key }) => !from.includes(key));
  if (feast.kind === "relations") return feast.countries.every((code) => who.some((one) => one.code === code));
  if (feast.person === null) return greeted.some(({ code }) => code !== null && feast.countries.includes(code));
  const names = new Set([feast.wikidata ?? "", feast.person.name.toLowerCase()]);
  return greeted.some(({ key, name }) => names.has(key) || names.has(name.toLowerCase()));
}

function greetingOf({ id, day, channel, who, from }: TimelineEntry): Occasion["lastYear"][number] {
  const senders = who.filter(({ key }) => from.includes(key));
  const names = (list: typeof who): string => list.map(({ name, code }) => (code === null ? name : `${name} (${code})`)).join(", "); // biome-ignore format: one line reads best
  const others = who.filter((one) => !senders.includes(one));
  return { from: names(senders), to: names(others), day, channel: channel ?? "contact", contact: id };
}
