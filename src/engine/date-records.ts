import { dayNumber, parseDay } from "./base/day.js";
import { byCodeUnit, bySpan } from "./base/span.js";
import type { Reading } from "./read.js";
import type { DateRecord } from "./record.js";

/** The time expressions of an article as the record has them, with the day of its dateline. */
export function dateRecords(reading: Reading): DateRecord[] {
  const written = reading.times.map(
    ({ span, text, type, value, why, confidence }): DateRecord => ({
      span: [span[0], span[1]],
      text,
      type,
      value,
      why,
      confidence,
    }),
  );
  const printed = printedDate(reading);
  if (printed === null || written.some((d) => d.span[0] < printed.span[1] && printed.span[0] < d.span[1]))
    return written;
  return [...written, printed].sort((a, b) => bySpan(a.span, b.span));
}

/** The day in the dateline, which stands in no sentence; its year, where none is printed, is the one nearest to publication. */
function printedDate({ document, published }: Reading): DateRecord | null {
  if (document.printedDay === null) return null;
  const { value, span } = document.printedDay;
  const day = value.startsWith("--") ? nearestYear(value.slice(1), published?.value ?? null) : value;
  if (day === null) return null;
  const text = document.text.slice(...span);
  return { span: [span[0], span[1]], text, type: "DATE", value: day, why: "printed in the dateline", confidence: 0.95 };
}

/** @param day `-10-05`. */
function nearestYear(day: string, published: string | null): string | null {
  const reference = published === null ? null : parseDay(published.slice(0, 10));
  if (reference === null) return published === null ? `XXXX${day}` : null;
  const year = Number(reference.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((y) => parseDay(`${y}${day}`) ?? []);
  const gap = (d: (typeof days)[number]): number => Math.abs(dayNumber(d) - dayNumber(reference));
  return days.sort((a, b) => gap(a) - gap(b) || byCodeUnit(a, b))[0] ?? null;
}
