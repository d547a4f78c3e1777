import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { expect, test } from "vitest";
import type { ExportEvent } from "../../../src/export/events/index.js";
import { parquetColumns } from "../../../src/export/tables/flat.js";
import { ParquetExport } from "../../../src/export/tables/index.js";
import { codes, exported, report } from "../ledger-support.js";

async function fileOf(events: readonly ExportEvent[], withNotes = false, group?: number): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const file = new ParquetExport(codes, withNotes, async (bytes) => void pieces.push(bytes), group);
  for (const event of events) await file.add(event);
  await file.finish();
  return new Uint8Array(Buffer.concat(pieces)).buffer;
}

const events = await exported({
  reports: [
    report({ n: 1, agency: "TASS" }),
    report({ n: 2, story: "t", published: null, events: [{ date: null, negated: true, score: -3.5, quad: 3 }, { date: { value: "2021-10", why: "October" } }] }), // biome-ignore format: one line reads best
  ],
});

test("reads back with its types", async () => {
  const rows = await parquetReadObjects({ file: await fileOf(events) });
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    date: "2021-10-05", day: new Date("2021-10-05T00:00:00Z"), event: "CONSULT", cameo: "041", negated: false, quad: 1, score: 1.5,
    goldstein: 1, cameo_quad: 1, actor: "Vladimir Putin|Xi Jinping", actor_code: "RUS|CHN", start: 11, end: 77, articles: 1, outlet: null,
  }); // biome-ignore format: a row in few lines
  expect(rows.map(({ day }) => day)).toEqual([new Date("2021-10-05T00:00:00Z"), null, null]);
  expect(rows.map(({ date }) => date)).toEqual(["2021-10-05", "2021-10", null]);
});

test("names and types of the columns", async () => {
  const { children } = parquetSchema(parquetMetadata(await fileOf(events, true)));
  const told = children.map(({ element }) => [element.name, element.converted_type ?? element.type]);
  const types = { STRING: "UTF8", INT32: "INT32", DOUBLE: "DOUBLE", BOOLEAN: "BOOLEAN", DATE: "DATE" };
  expect(told).toEqual(parquetColumns(true).map(({ name, type }) => [name, types[type]]));
  expect(told.map(([name]) => name)).toContain("notes");
});

test("a file of no events, and one of several groups", async () => {
  expect(await parquetReadObjects({ file: await fileOf([]) })).toEqual([]);
  const [first] = events;
  if (first === undefined) throw new Error("no event");
  const file = await fileOf(
    Array.from({ length: 201 }, (_, n) => ({ ...first, id: String(n) })),
    false,
    100,
  );
  const metadata = parquetMetadata(file);
  expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([100, 100, 1]);
  const [last] = await parquetReadObjects({ file, columns: ["id"], rowStart: 200, rowEnd: 201 });
  expect(last).toEqual({ id: "200" });
});

test("the same events give the same bytes", async () => {
  expect(Buffer.from(await fileOf(events)).equals(Buffer.from(await fileOf(events)))).toBe(true);
});
