import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A sentence with two marked parties and what stands between them. */
export interface Example {
  readonly id: string;
  readonly marked: string;
  /** One of the sixteen events, YIELD (CONCEDE or RETREAT) or NONE. */
  readonly event: string;
  readonly mode: string;
  readonly cameo: string;
  readonly context: readonly string[];
  readonly status: string;
  readonly negated: boolean;
  /** `data`: labelled as the public relation data are, with the event alone; `manual`: by PLOVER's manual, whole. */
  readonly habit: "data" | "manual";
  /** Fold for out-of-fold answers; -1 for what is in every training. */
  readonly fold: number;
  readonly weight: number;
}

const FOLDS = 5;
const KEPT = 35; // one written row in so many is kept out of every training
const KEPT_LABEL = 16; // and one real sentence in so many of those labelled later
const WRITTEN_WEIGHT = 0.5; // best root F1 out of fold; at 1 the public data's habit is lost, at 0.2 rare events are

/** Which fold a sentence belongs to: rows of one sentence stay together, whoever is marked. */
export function foldOf(marked: string): number {
  return numberOf(marked) % FOLDS;
}

/** A number from a sentence's letters, marks aside. */
export function numberOf(marked: string): number {
  const letters = marked
    .replace(/<[^>]*>/g, "")
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .slice(0, 80);
  return createHash("md5").update(letters).digest().readUInt32LE(0);
}

/** The public relation data: `marked_sentence`, `root`. Rows with a root the events do not know are left out. */
export function publicExamples(file: string): readonly Example[] {
  const [head = "", ...lines] = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const columns = head.split("\t");
  const [marked, root] = [columns.indexOf("marked_sentence"), columns.indexOf("root")];
  return lines.map((line, i) => {
    const cells = line.split("\t");
    const sentence = cells[marked] ?? "";
    return {
      ...EMPTY,
      id: `plv-${i}`,
      marked: sentence,
      event: cells[root] ?? "",
      habit: "data",
      fold: foldOf(sentence),
    };
  });
}

const EMPTY = { mode: "", cameo: "", context: [], status: "", negated: false, weight: 1 } as const;

/** The project's own sentences, `data/written/*.tsv`, without those kept out of training. */
export function writtenExamples(folder: string): readonly Example[] {
  return allWritten(folder).filter((e) => numberOf(e.marked) % KEPT > 0);
}

/** The project's own sentences that were written after the pair model was trained, `data/written/later/*.tsv`. */
export function laterExamples(folder: string): readonly Example[] {
  return allWritten(join(folder, "later"));
}

/** The written sentences that no training sees: what the third digit of CAMEO and the contexts are measured on. */
export function keptExamples(folder: string): readonly Example[] {
  return allWritten(folder).filter((e) => numberOf(e.marked) % KEPT === 0);
}

function allWritten(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) =>
      rowsOf(join(folder, name), 7).map((cells, i) => ({
        ...labels(cells),
        id: `${name}:${i}`,
        marked: cells[6] ?? "",
      })),
    );
}

/** The project's own sentences in the habit of the public data, `data/written/habit/*.tsv`: event and sentence. */
export function habitExamples(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) =>
      rowsOf(join(folder, name), 2).map(([event = "", marked = ""], i) => ({
        ...EMPTY,
        id: `habit/${name}:${i}`,
        marked,
        event,
        habit: "data" as const,
        fold: -1,
      })),
    );
}

function rowsOf(file: string, columns: number): readonly (readonly string[])[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(
      (cells) => cells.length === columns && cells[0] !== "event" && cells[0] !== "id" && !cells[0]?.startsWith("#"),
    );
}

function labels([event = "", mode = "", cameo = "", context = "", status = "", negated = ""]: readonly string[]): Omit<
  Example,
  "id" | "marked"
> {
  return {
    event,
    mode,
    cameo: cameo.slice(0, 3),
    context: context.split("|").filter(Boolean),
    status,
    negated: negated === "yes",
    habit: "manual",
    fold: -1,
    weight: WRITTEN_WEIGHT,
  };
}

/** The labels on real sentences that were put after the pair model was trained, `data/labels/later/*.tsv`, without those kept out of training. */
export function laterLabels(folder: string, data: string): readonly Example[] {
  return labelledExamples(join(folder, "later"), data).filter((e) => !isKeptLabel(e));
}

/** The real sentences that no training sees, not the first labels' either: what answers in the manual's habit are measured on where nobody wrote for it. */
export function keptLabels(folder: string, data: string): readonly Example[] {
  const seen = new Set(labelledExamples(folder, data).map((e) => numberOf(e.marked)));
  return labelledExamples(join(folder, "later"), data).filter((e) => isKeptLabel(e) && !seen.has(numberOf(e.marked)));
}

/** Whether a real sentence is of the sixteenth that is kept apart. The first and second readers and the contexts learnt those of the first labels all the same. */
export const isKeptLabel = ({ marked }: Example): boolean => numberOf(marked) % KEPT_LABEL === 0;

/**
 * Labels on real sentences, `data/labels/*.tsv`: id, set, document, source, target, sentence (offsets in the document's
 * text), labels. The texts are read from `data`; a row whose document
 * is not there is left out.
 */
export function labelledExamples(folder: string, data: string): readonly Example[] {
  if (!existsSync(folder)) return [];
  const texts = documentTexts(data);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) => rowsOf(join(folder, name), 15))
    .flatMap((cells) => {
      const text = texts.get(cells[2] ?? "");
      const [start, end, s0, s1, t0, t1] = cells.slice(3, 9).map(Number);
      if (text === undefined || [start, end, s0, s1, t0, t1].some((n) => n === undefined)) return [];
      const marked = mark(text, [start ?? 0, end ?? 0], [s0 ?? 0, s1 ?? 0], [t0 ?? 0, t1 ?? 0]);
      return [{ ...labels(cells.slice(9)), id: cells[0] ?? "", marked, weight: 1 }];
    });
}

type Place = readonly [number, number];

function mark(text: string, [start, end]: Place, source: Place, target: Place): string {
  const cuts = [
    [source[0], "<s>"],
    [source[1], "</s>"],
    [target[0], "<t>"],
    [target[1], "</t>"],
  ] as const;
  let marked = "";
  let from = start;
  for (const [at, tag] of [...cuts].sort((a, b) => a[0] - b[0] || (a[1].startsWith("</") ? -1 : 1))) {
    marked += text.slice(from, at) + tag;
    from = at;
  }
  return (marked + text.slice(from, end)).replace(/\s+/g, " ");
}

/** How `data/labels` names a document: ids hold titles, which are their publishers'. */
function nameOf(set: string, id: string): string {
  return createHash("sha256").update(`${set} ${id}`).digest("hex").slice(0, 16);
}

/** Texts of the data sets by the names of their documents. */
function documentTexts(data: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const lines = (file: string): readonly Record<string, string>[] => {
    const path = join(data, file);
    if (!existsSync(path)) return [];
    const bytes = readFileSync(path);
    const text = file.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
    return text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  const put = (set: string, id: string | undefined, text: string | undefined): void => {
    if (id !== undefined && text !== undefined) texts.set(nameOf(set, id), text);
  };
  for (const r of lines("quotes/polnear.dev.jsonl")) put("polnear", r["id"], r["text"]);
  for (const r of lines("contacts/readouts.dev.jsonl")) put("readouts", r["id"], r["body"]);
  for (const r of lines("contacts/not_readouts.dev.jsonl")) put("not_readouts", r["id"], r["body"]);
  for (const r of lines("plain/news.jsonl.gz")) put("plain", r["id"], r["text"]);
  for (const r of lines("stories/news_pairs.dev.jsonl"))
    for (const side of ["text1", "text2"]) put("news_pairs", `${r["pair_id"]}:${side}`, r[side]);
  return texts;
}
