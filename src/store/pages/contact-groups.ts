import { byCodeUnit } from "../../engine/base/span.js";
import type { StoredDocument } from "../port.js";
import type { Tables } from "../tables/index.js";

/** A contact as one document tells it, with the codes of those who take part. */
export interface Told {
  readonly row: Tables["contacts"];
  readonly document: StoredDocument;
  readonly codes: ReadonlySet<string>;
}

/** Reports give days up to so many apart for one contact: a reprint's own day of publication stands for that of the call. */
const DAYS_APART = 3;
const DAY = 86_400_000; // milliseconds

/**
 * The contacts that the reports of one story tell of, each with all its tellings, the one that stands for it first: it
 * states its day, tells of most, is most certain.
 */
export function contactGroups(told: readonly Told[]): Told[][] {
  const groups: Told[][] = [];
  for (const one of [...told].sort(byRank)) {
    const group = groups.find(([first]) => first !== undefined && isSame(first, one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

function byRank(a: Told, b: Told): number {
  return (
    Number(b.row.day !== null) - Number(a.row.day !== null) ||
    b.codes.size - a.codes.size ||
    b.row.confidence - a.row.confidence ||
    byCodeUnit(a.document.hash, b.document.hash) ||
    a.row.n - b.row.n
  );
}

/** Contacts of one text are different ones; those of two are one by channel, sides and day. */
function isSame(a: Told, b: Told): boolean {
  if (a.row.document === b.row.document || a.row.channel !== b.row.channel) return false;
  const [fewer, more] = a.codes.size < b.codes.size ? [a.codes, b.codes] : [b.codes, a.codes];
  return [...fewer].every((code) => more.has(code)) && daysAgree(a.row.day_key, b.row.day_key);
}

function daysAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a.startsWith(b) || b.startsWith(a)) return true;
  if (a.length < 10 || b.length < 10) return false;
  return Math.abs(Date.parse(a) - Date.parse(b)) <= DAYS_APART * DAY;
}
