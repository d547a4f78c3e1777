const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const; // biome-ignore format: a list

/** An ISO day or its prefix as words: “5 October 2021”, “October 2021”, “2021”. Anything else comes back as it is. */
export function dayWords(day: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day) ?? [];
  if (year === undefined) return day;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** Whose day a day is, where several stand together. */
export const ZONE = "publisher’s day";

/** Whose day a day is. An article's days are whole days where it was published; only what came in has an instant. */
export function zoneNote(basis: "text" | "publisher"): { readonly short: string; readonly long: string } {
  return basis === "publisher"
    ? { short: ZONE, long: "The day of the publisher, in the publisher’s own time zone." }
    : { short: ZONE, long: "A day as the article tells it, in the time zone of its publisher." };
}

/** Whole days from one ISO day to another; `null` where either is no whole day. */
export function daysBetween(from: string, to: string): number | null {
  const whole = /^\d{4}-\d{2}-\d{2}$/;
  if (!whole.test(from) || !whole.test(to)) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** A day so many days later, of a whole ISO day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
