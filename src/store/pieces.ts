/** Values asked for in one query: SQLite takes 32,766, PostgreSQL 65,535. */
const PIECE = 5000;

/** Runs a query for some values at a time and gives all its rows; none where there are no values. */
export async function inPiecesOf<V, T>(
  values: readonly V[],
  query: (piece: V[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let at = 0; at < values.length; at += PIECE)
    for (const row of await query(values.slice(at, at + PIECE))) rows.push(row);
  return rows;
}
