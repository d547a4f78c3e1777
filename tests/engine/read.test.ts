import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/engine/read.js";
import { type ReadoutRecord, recordSchema } from "../../src/engine/record.js";
import { knowledge } from "../data/knowledge.js";

const FOLDER = new URL("../../examples/", import.meta.url);
const examples = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));

function read(text: string, published?: string): ReadoutRecord {
  return readArticle({ text }, knowledge, { published });
}

type Offsets = readonly number[];

/** Everything a record must hold whatever the text was; a list of what it breaks, empty when it holds. */
function breaches(record: ReadoutRecord): readonly string[] {
  const parsed = recordSchema.safeParse(record);
  return [
    ...(parsed.success ? [] : [parsed.error.message]),
    ...spanBreaches(record),
    ...textBreaches(record),
    ...idBreaches(record),
    ...referenceBreaches(record),
  ];
}

function spanBreaches(record: ReadoutRecord): readonly string[] {
  const { length } = record.document.text;
  const spans: (readonly [string, Offsets])[] = [];
  const add = (what: string, span: Offsets | null): void => {
    if (span !== null) spans.push([what, span]);
  };
  add("dateline", record.document.dateline?.span ?? null);
  for (const repair of record.document.repairs) add("repair", repair.span);
  for (const notice of record.document.notices) add("notice", notice.span);
  for (const actor of record.actors) for (const mention of actor.mentions) add("mention", mention.span);
  for (const date of record.dates) add("date", date.span);
  for (const claim of record.claims) for (const span of [claim.content, claim.cue, claim.source]) add(claim.id, span);
  for (const event of record.events) for (const span of event.evidence) add(event.id, span);
  for (const contact of record.contacts) {
    for (const span of contact.evidence) add(contact.id, span);
    for (const topic of contact.topics) add(topic.id, topic.span);
    for (const commitment of contact.commitments) for (const span of commitment.evidence) add(commitment.id, span);
    add("occasion", contact.occasion?.span ?? null);
  }
  return spans
    .filter(([what, [start = -1, end = -1]]) => start < 0 || start > end || end > length || (start === end && what !== "repair"))
    .map(([what, span]) => `${what} at ${span.join("–")} of ${length}`);
}

function textBreaches(record: ReadoutRecord): readonly string[] {
  const at = ([start = 0, end = 0]: Offsets): string => record.document.text.slice(start, end);
  return [
    ...record.actors.flatMap((a) => a.mentions.filter((m) => at(m.span) !== m.text).map((m) => `mention “${m.text}”`)),
    ...record.dates.filter((d) => at(d.span) !== d.text).map((d) => `date “${d.text}”`),
    ...record.document.repairs.filter((r) => at(r.span) !== r.after).map((r) => `repair “${r.after}”`),
    ...record.contacts.flatMap((c) => c.topics.filter((t) => at(t.span) !== t.label).map((t) => `topic “${t.label}”`)),
    ...record.contacts.filter((c) => c.occasion !== null && at(c.occasion.span) !== c.occasion.text).map((c) => `occasion of ${c.id}`),
    ...record.actors.filter((a) => a.mentions.length === 0).map((a) => `${a.id} is nowhere mentioned`),
  ];
}

function idBreaches(record: ReadoutRecord): readonly string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["a", record.actors.map((a) => a.id)],
    ["c", record.claims.map((c) => c.id)],
    ["e", record.events.map((e) => e.id)],
    ["k", record.contacts.map((k) => k.id)],
    ["t", record.contacts.flatMap((k) => k.topics.map((t) => t.id))],
    ["m", record.contacts.flatMap((k) => k.commitments.map((m) => m.id))],
  ];
  return lists
    .filter(([letter, ids]) => ids.some((id, index) => id !== `${letter}${index + 1}`))
    .map(([letter, ids]) => `ids ${letter}: ${ids.join(" ")}`);
}

function referenceBreaches(record: ReadoutRecord): readonly string[] {
  const known = new Set([...record.actors, ...record.claims, ...record.events, ...record.contacts].map((item) => item.id));
  const used: (string | null)[] = [];
  for (const { speaker, addressee, chain } of record.claims) used.push(speaker, addressee, ...chain.map((link) => link.actor));
  for (const { actor, recipient, claims } of record.events) used.push(...actor, ...recipient, ...claims);
  for (const k of record.contacts) {
    used.push(...k.participants, ...k.delegation.map((d) => d.actor), k.sender, k.initiator, k.partOf, ...k.publishedBy, ...k.events);
    for (const m of k.commitments) used.push(...m.by, ...m.to);
    if (k.sender !== null && !k.participants.includes(k.sender)) used.push(`sender ${k.sender} of ${k.id}`);
    if (new Set(k.participants).size < k.participants.length) used.push(`participant twice in ${k.id}`);
  }
  return used.filter((id) => id !== null && !known.has(id)).map((id) => `reference to ${id}`);
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

  test("a record survives JSON", () => {
    for (const { text } of examples) {
      const record = read(text);
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    }
  });

  test("what is read is not altered", () => {
    const article = Object.freeze({ title: "Leaders speak by phone", text: examples[0]?.text ?? "", published: "2021-10-05" });
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
  const text = "PARIS, Oct 5 (Reuters) - The presidents of France and Ghana spoke by telephone on Tuesday about trade and schools.";

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

  test("the option's outlet goes before the article's", () => {
    expect(readArticle({ text, outlet: "A" }, knowledge, { outlet: "B" }).document.outlet).toBe("B");
    expect(readArticle({ text, outlet: "A" }, knowledge).document.outlet).toBe("A");
    expect(readArticle({ text }, knowledge).document.outlet).toBeNull();
  });
});

describe("text that is not English", () => {
  test.each([
    ["ru", "Президент России Владимир Путин провёл телефонный разговор с президентом Таджикистана Эмомали Рахмоном. Стороны обсудили положение на таджикско-афганской границе и вопросы двустороннего сотрудничества."],
    ["fr", "Le président de la République s’est entretenu mardi par téléphone avec le président du Ghana. Les deux chefs d’État ont évoqué la situation dans le golfe de Guinée et les relations entre leurs pays."],
    ["de", "Der Bundeskanzler hat am Dienstag mit dem Präsidenten der Ukraine telefoniert. Sie sprachen über die Lage im Osten des Landes und über die weitere Unterstützung durch die Europäische Union."],
    ["es", "El presidente del Gobierno habló el martes por teléfono con el presidente de Colombia. Los dos mandatarios trataron la situación en la frontera y la cooperación entre los dos países."],
  ])("%s: empty lists and a notice", (language, text) => {
    const record = read(text, "2021-10-05");
    expect(record.document.language).toBe(language);
    expect(record.document.notices.length).toBeGreaterThan(0);
    expect([record.actors, record.dates, record.claims, record.events, record.contacts]).toEqual([[], [], [], [], []]);
    expect(breaches(record)).toEqual([]);
  });

  test.each(["", " ", "\n\n\n", "…", "12345", "\u0000", "🙂🙂🙂", "\uD800", "a", "— — —"])("%o is a record too", (text) => {
    const record = read(text);
    expect(breaches(record)).toEqual([]);
    expect(record.contacts).toEqual([]);
  });
});

/** Pieces from which hostile texts are made. */
const PIECES = [
  "President Vladimir Putin", "Emmanuel Macron", "the two leaders", "his Kazakh counterpart", "spoke by phone with", "met", "will visit", "telegram", "sent a telegram to",
  "said that", "“", "”", "\"", "'s", ",", ".", ". ", "\n\n", "\n", "Tuesday", "on October 5, 2021", "last week", "U.S.", "Mr.", "(", ")", "-", "—", "postponed",
  "congratulated", "on his birthday", "not", "if", "to", "the", "of", "of the Republic of", "Ministry of Foreign Affairs", "the press service", "told", "accused",
  "Al-", "É", "ﬁ", "\u200B", "\u00AD", "\uD83D", "\uDE00", "\t", "\u2028", "&amp;", "tele-\ngram", "#", "|", "0", "00:00", "31.12.9999",
]; // biome-ignore format: a list
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(" "));
const dense = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));

/** An example with a stretch cut out, doubled or replaced. */
const mutated = fc
  .tuple(fc.constantFrom(...examples), fc.nat(), fc.nat(200), fc.oneof(fc.constant(""), hostile, fc.string({ unit: "binary", maxLength: 20 })))
  .map(([{ text }, at, length, by]) => {
    const start = at % Math.max(1, text.length);
    return text.slice(0, start) + by + text.slice(start + length);
  });

describe("whatever the text", () => {
  test.each([
    ["made of pieces of news", hostile, 150],
    ["made of pieces without blanks", dense, 100],
    ["of any characters", fc.string({ unit: "binary", maxLength: 400 }), 100],
    ["an example altered", mutated, 120],
  ])("%s: no throw, and the record holds its invariants", (_what, texts, numRuns) => {
    fc.assert(
      fc.property(texts, fc.option(fc.constantFrom("2021-10-05", "0001-01-01", "9999-12-31"), { nil: undefined }), (text, published) => {
        expect(breaches(read(text, published))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("the same text gives the same bytes, with other texts read between", () => {
    fc.assert(
      fc.property(mutated, hostile, (text, between) => {
        const once = JSON.stringify(read(text));
        read(between);
        expect(JSON.stringify(read(text))).toBe(once);
      }),
      { numRuns: 40 },
    );
  });
});
