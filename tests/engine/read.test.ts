import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/engine/read.js";
import type { ReadoutRecord } from "../../src/engine/record.js";
import { readArticle as readWithShipped } from "../../src/index.js";
import { knowledge } from "../data/knowledge.js";
import { breaches } from "./record-invariants.js";

const FOLDER = new URL("../../examples/", import.meta.url);
const examples = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));

function read(text: string, published?: string): ReadoutRecord {
  return readArticle({ text }, knowledge, { published });
}

describe("the examples", () => {
  test.each(examples)("$name: the record is valid and holds its invariants", ({ text }) => {
    expect(breaches(read(text))).toEqual([]);
  });

  test("read twice, and interleaved with one another, give the same bytes", () => {
    const first = examples.map(({ text }) => JSON.stringify(read(text)));
    const backwards = [...examples].reverse().map(({ text }) => JSON.stringify(read(text)));
    expect(backwards.reverse()).toEqual(first);
  });

  test("the package's own reader gives the same bytes", () => {
    for (const { text } of examples.slice(0, 2))
      expect(JSON.stringify(readWithShipped({ text }))).toBe(JSON.stringify(read(text)));
  });

  test("of a sentence without end the record says what was not read, and keeps the text whole", () => {
    const text = `Vladimir Putin met Emmanuel Macron in Moscow on Tuesday. He said ${"and ".repeat(11_000)}so. They will meet again in Paris.`;
    const { document, contacts } = read(text);
    expect(document.text).toBe(text);
    expect(document.notices.map(({ code, span }) => [code, text.slice(...(span ?? [0, 0])).slice(-7)])).toContainEqual([
      "sentence-too-long",
      "and so.",
    ]);
    expect(contacts.length).toBeGreaterThan(0);
  });

  test("a record survives JSON", () => {
    for (const { text } of examples) {
      const record = read(text);
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    }
  });

  test("what is read is not altered", () => {
    const article = Object.freeze({
      title: "Leaders speak by phone",
      text: examples[0]?.text ?? "",
      published: "2021-10-05",
    });
    expect(() => readArticle(article, knowledge, Object.freeze({ repair: true }))).not.toThrow();
  });

  test("without repair the text stays as received", () => {
    for (const { text } of examples) {
      const record = readArticle({ text }, knowledge, { repair: false });
      expect(record.document.text).toBe(text);
      expect(record.document.repairs).toEqual([]);
      expect(breaches(record)).toEqual([]);
    }
  });

  test("a line that ends like Windows' gives the same contacts", () => {
    const shape = (record: ReadoutRecord) => record.contacts.map((k) => [k.channel, k.status, k.participants.length]);
    for (const { text } of examples) expect(shape(read(text.replace(/\n/g, "\r\n")))).toEqual(shape(read(text)));
  });
});

describe("the document's own fields", () => {
  const text =
    "PARIS, Oct 5 (Reuters) - The presidents of France and Ghana spoke by telephone on Tuesday about trade and schools.";

  test("title first, a blank line, then the text", () => {
    const record = readArticle({ title: "Macron and Mahama speak", text }, knowledge);
    expect(record.document.text.startsWith("Macron and Mahama speak\n\nPARIS")).toBe(true);
    expect(record.document.title).toBe("Macron and Mahama speak");
  });

  test("the id given, else the hash", () => {
    expect(readArticle({ id: "x1", text }, knowledge).document.id).toBe("x1");
    const { id, hash } = readArticle({ text }, knowledge).document;
    expect(id).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("the hash is of the text as received, whatever else is said of it", () => {
    const hash = readArticle({ text }, knowledge).document.hash;
    expect(readArticle({ text, published: "2020-01-01", outlet: "x" }, knowledge).document.hash).toBe(hash);
    expect(readArticle({ text }, knowledge, { repair: false }).document.hash).toBe(hash);
    expect(readArticle({ text: `${text} ` }, knowledge).document.hash).not.toBe(hash);
  });

  test.each([
    ["2021-10-07", "2021-10-06", "2021-10-07", "option"],
    [undefined, "2021-10-06", "2021-10-06", "metadata"],
    [undefined, "2021-10-06T23:30:00Z", "2021-10-06", "metadata"],
    ["yesterday", "2021-10-06", "2021-10-06", "metadata"],
  ])("published: option %s and metadata %s give %s by %s", (option, metadata, value, basis) => {
    const record = readArticle({ text, published: metadata }, knowledge, { published: option });
    expect(record.document.published).toMatchObject({ value, basis });
  });

  test.each([
    ["LUSAKA, Oct 5 (ZANIS) – ", "ZANIS"],
    ["ACCRA (GNA) - ", "GNA"],
    ["JAKARTA, Oct 5 (ANTARA) - ", "Antara"],
    ["LONDON (The Associated Press) - ", "AP"],
    ["BERLIN (dpa) - ", "dpa"],
  ])("the agency of “%s” is as it signs", (line, agency) => {
    expect(readArticle({ text: `${line}${text}` }, knowledge).document.agency).toBe(agency);
  });

  test("the option's outlet goes before the article's", () => {
    expect(readArticle({ text, outlet: "A" }, knowledge, { outlet: "B" }).document.outlet).toBe("B");
    expect(readArticle({ text, outlet: "A" }, knowledge).document.outlet).toBe("A");
    expect(readArticle({ text }, knowledge).document.outlet).toBeNull();
  });
});

describe("text that is not English", () => {
  test.each([
    [
      "ru",
      "Президент России Владимир Путин провёл телефонный разговор с президентом Таджикистана Эмомали Рахмоном. Стороны обсудили положение на таджикско-афганской границе и вопросы двустороннего сотрудничества.",
    ],
    [
      "fr",
      "Le président de la République s’est entretenu mardi par téléphone avec le président du Ghana. Les deux chefs d’État ont évoqué la situation dans le golfe de Guinée et les relations entre leurs pays.",
    ],
    [
      "de",
      "Der Bundeskanzler hat am Dienstag mit dem Präsidenten der Ukraine telefoniert. Sie sprachen über die Lage im Osten des Landes und über die weitere Unterstützung durch die Europäische Union.",
    ],
    [
      "es",
      "El presidente del Gobierno habló el martes por teléfono con el presidente de Colombia. Los dos mandatarios trataron la situación en la frontera y la cooperación entre los dos países.",
    ],
  ])("%s: empty lists and a notice", (language, text) => {
    const record = read(text, "2021-10-05");
    expect(record.document.language).toBe(language);
    expect(record.document.notices.length).toBeGreaterThan(0);
    expect([record.actors, record.dates, record.claims, record.events, record.contacts]).toEqual([[], [], [], [], []]);
    expect(breaches(record)).toEqual([]);
  });

  test.each([
    "",
    " ",
    "\n\n\n",
    "…",
    "12345",
    "\u0000",
    "🙂🙂🙂",
    "\uD800",
    "a",
    "— — —",
  ])("%o is a record too", (text) => {
    const record = read(text);
    expect(breaches(record)).toEqual([]);
    expect(record.contacts).toEqual([]);
  });
});
