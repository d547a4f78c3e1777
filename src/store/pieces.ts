/** Values asked for in one query: SQLite takes 32,766, PostgreSQL 65,535. */
const PIECE = 2000;

/** A list in pieces that one query can ask for. */
export function* piecesOf<V>(values: readonly V[]): Generator<V[]> {
  for (let at = 0; at < values.length; at += PIECE) yield values.slice(at, at + PIECE);
}

/** Runs a query for some values at a time and gives all its rows; none where there are no values. */
export async function rowsOfPieces<V, T>(
  values: readonly V[],
  query: (piece: V[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const rows: T[] = [];
  for (const piece of piecesOf(values)) for (const row of await query(piece)) rows.push(row);
  return rows;
}
