import { ByteWriter, type ColumnSource, ParquetWriter, type schemaFromColumnData } from "hyparquet-writer";
import type { ExportEvent } from "../events/types.js";
import type { ExportCodes } from "./codes.js";
import { type FlatColumn, type FlatValue, flatRow, parquetColumns } from "./flat.js";

/** Rows held in memory before they are written as one group. */
const GROUP = 10_000;

/** Where the bytes of a file go; waits while the other side is behind. */
export type WriteBytes = (bytes: Uint8Array) => Promise<void>;

/** A Parquet file that is written group by group. */
export class ParquetExport {
  readonly #columns: readonly FlatColumn[];
  readonly #bytes = new ByteWriter();
  readonly #file: ParquetWriter;
  #rows: Readonly<Record<string, FlatValue>>[] = [];

  constructor(
    readonly codes: ExportCodes,
    withNotes: boolean,
    readonly write: WriteBytes,
    readonly group: number = GROUP,
  ) {
    this.#columns = parquetColumns(withNotes);
    this.#file = new ParquetWriter({ writer: this.#bytes, schema: schemaOf(this.#columns), createdBy: "readout" });
  }

  /** Adds an event; writes when a group is full. */
  async add(event: ExportEvent): Promise<void> {
    this.#rows.push(flatRow(event, this.codes));
    if (this.#rows.length >= this.group) await this.#writeGroup();
  }

  /** Writes the rest and the end of the file. */
  async finish(): Promise<void> {
    if (this.#rows.length > 0) await this.#writeGroup();
    await this.#file.finish();
    await this.#flush();
  }

  async #writeGroup(): Promise<void> {
    const columnData = this.#columns.map(({ name }): ColumnSource => ({ name, data: this.#rows.map((row) => row[name] ?? null) })); // biome-ignore format: one line reads best
    await this.#file.write({ columnData, rowGroupSize: this.group });
    this.#rows = [];
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = this.#bytes.getBytes().slice(); // the writer goes on in the same memory
    this.#bytes.index = 0;
    await this.write(bytes);
  }
}

type Schema = ReturnType<typeof schemaFromColumnData>;

function schemaOf(columns: readonly FlatColumn[]): Schema {
  const elements = columns.map(({ name, type }): Schema[number] => {
    if (type === "STRING") return { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" };
    if (type === "DATE") return { name, type: "INT32", converted_type: "DATE", repetition_type: "OPTIONAL" };
    return { name, type, repetition_type: "OPTIONAL" };
  });
  return [{ name: "root", num_children: columns.length }, ...elements];
}
