import type { Kysely } from "kysely";
import { sql } from "kysely";

/** Kinds of a column: whole number, number, text, bytes; `?` may be empty. */
export type ColumnKind = "int" | "int?" | "real" | "real?" | "text" | "text?" | "bytes";

/** A table: its columns in order, its key, and what its rows belong to. */
export interface TableDraft {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly key: readonly string[];
  /** Whether `document` refers to the documents, with which its rows go. */
  readonly ofDocument?: boolean;
  readonly indexes?: readonly (readonly string[])[];
  readonly unique?: readonly (readonly string[])[];
}

/** Which database is spoken to. */
export type DialectName = "sqlite" | "postgres";

/** Creates a table with its indexes. */
export async function createTable(db: Kysely<unknown>, dialect: DialectName, draft: TableDraft): Promise<void> {
  // Text is compared by code unit in both, whatever the locale of the database server.
  const types =
    dialect === "sqlite"
      ? { int: "integer", real: "double precision", text: "text", bytes: "blob" }
      : { int: "integer", real: "double precision", text: 'text collate "C"', bytes: "bytea" };
  const lines = Object.entries(draft.columns).map(([name, kind]) => {
    const type = types[kind.replace("?", "") as keyof typeof types]; // the kinds without their mark are the keys above
    const refers =
      draft.ofDocument === true && name === "document" ? " references documents(no) on delete cascade" : "";
    return `"${name}" ${type}${kind.endsWith("?") ? "" : " not null"}${refers}`;
  });
  const names = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(", ");
  lines.push(`primary key (${names(draft.key)})`);
  for (const columns of draft.unique ?? []) lines.push(`unique (${names(columns)})`);
  // A key of one number is SQLite's own row number; of the others a table without row numbers is half as large.
  const compact = dialect === "sqlite" && (draft.key.length > 1 || draft.columns[draft.key[0] ?? ""] === "text");
  await sql.raw(`create table ${draft.name} (${lines.join(", ")})${compact ? " without rowid" : ""}`).execute(db);
  for (const columns of draft.indexes ?? [])
    await sql.raw(`create index ${draft.name}_${columns.join("_")} on ${draft.name} (${names(columns)})`).execute(db);
}
