/** Fields of an item that have columns; of a field that is an object with columns, the names of its own fields. */
export type Known = Readonly<Record<string, readonly string[] | true>>;

/** The fields of an item that have no column, as JSON; `null` when there are none. */
export function restOf(item: object, known: Known): string | null {
  const rest = Object.entries(item).filter(([name, value]) => {
    const columns = known[name];
    if (columns === undefined) return value !== undefined;
    if (columns === true || typeof value !== "object" || value === null) return false;
    return Object.keys(value).some((field) => !columns.includes(field));
  });
  return rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest));
}

/** The fields that had no column, to be laid over those that have. */
export function restFrom(more: string | null): object {
  const rest: unknown = more === null ? {} : JSON.parse(more);
  return typeof rest === "object" && rest !== null ? rest : {};
}

/** A list kept as JSON in one column. */
export function listFrom(json: string): unknown[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list : [];
}

/** A span from its two columns. */
export function spanFrom(start: number | null, end: number | null): [number, number] | null {
  return start === null || end === null ? null : [start, end];
}
