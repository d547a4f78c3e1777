/** A half-open range `[start, end)` in UTF-16 code units of the document's text. */
export type Span = readonly [start: number, end: number];

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether `outer` holds every code unit of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Total order of spans: by start, the longer first, so that an outer span precedes what it holds. */
export function bySpan(a: Span, b: Span): number {
  return a[0] - b[0] || b[1] - a[1];
}

/** Total order of strings by code unit, independent of any locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
