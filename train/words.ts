import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/**
 * Counts words and hyphenated compounds for `models/words.txt`, on which the document stage decides whether a hyphen
 * is the writer's or the printer's.
 *
 *     node dist/train/words.js [--open] [--half 0|1] [OUT]
 *
 * Texts are found under `READOUT_DATA` (default `../shared/bench`). `--open` leaves out every set without a licence.
 * `--half` counts every other document only, so that the other half can measure.
 */

/** Rarer words are as often slips of the pen as words. */
const MIN_COUNT = 2;
/** From this count on, a word is common. */
const COMMON = 100;
const WORD = /(?<![\p{L}\p{N}'’-])\p{L}+(?:-\p{L}+)*(?=(?:['’]s)?(?![\p{L}\p{N}'’-]))/gu;

interface Sources {
  readonly data: string;
  readonly open: boolean;
}

/** Ids of the sets whose texts are US-government works. */
const US_GOVERNMENT = /^(?:wh|state|dos|bwh)-/;

function* texts({ data, open }: Sources): Generator<string> {
  const news = gunzipSync(readFileSync(join(data, "plain/news.jsonl.gz"))).toString("utf8");
  const readouts = ["contacts/readouts.dev.jsonl", "contacts/not_readouts.dev.jsonl"].map((file) =>
    readFileSync(join(data, file), "utf8"),
  );
  for (const line of [news, ...readouts].join("\n").split("\n")) {
    if (line === "") continue;
    const row: unknown = JSON.parse(line);
    if (typeof row !== "object" || row === null || !("id" in row)) continue;
    if (open && !US_GOVERNMENT.test(String(row.id))) continue;
    yield ["title", "text", "body"].map((key) => (key in row ? String(Reflect.get(row, key)) : "")).join("\n\n");
  }
  const treebank = readFileSync(join(data, "syntax/en_ewt-ud-train.conllu"), "utf8");
  for (const block of treebank.split("\n\n")) yield /^# text = (.*)$/m.exec(block)?.[1] ?? "";
}

/** Occurrences by form, in small letters; parts of a compound are not counted as words. */
function countForms(documents: Iterable<string>, half: number | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let index = 0;
  for (const text of documents) {
    if (half !== null && index++ % 2 !== half) continue;
    for (const [form] of text
      .normalize("NFC")
      .replace(/[\u00ad\u200b]/g, "")
      .matchAll(WORD)) {
      const lower = form.toLowerCase();
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
    }
  }
  return counts;
}

/** Words from `MIN_COUNT` on; of the compounds also rarer ones whose joined form is a word. */
function listForms(counts: ReadonlyMap<string, number>): string {
  const lines = [...counts]
    .filter(([form, count]) => {
      if (form.length > 24 || /[^\p{Script=Latin}-]/u.test(form) || isBroken(form, count, counts)) return false;
      return count >= MIN_COUNT || (form.includes("-") && (counts.get(form.replaceAll("-", "")) ?? 0) >= MIN_COUNT);
    })
    .map(([form, count]) => `${form}\t${count}`)
    .sort((a, b) => (a < b ? -1 : 1));
  return `# Occurrences of words and compounds; see words.md.\n${lines.join("\n")}\n`;
}

/** A compound that is a broken word of the corpus itself: seen once, a half that is no word, the whole a common one. */
function isBroken(form: string, count: number, counts: ReadonlyMap<string, number>): boolean {
  const parts = form.split("-");
  if (parts.length !== 2 || count > 1 || (counts.get(parts.join("")) ?? 0) < COMMON) return false;
  return parts.some((part) => (counts.get(part) ?? 0) < MIN_COUNT);
}

const args = process.argv.slice(2);
const half = args.includes("--half") ? Number(args.splice(args.indexOf("--half"), 2)[1]) : null;
const open = args.includes("--open");
const out = args.find((arg) => !arg.startsWith("--")) ?? "models/words.txt";
const data = process.env["READOUT_DATA"] ?? "../shared/bench";
writeFileSync(out, listForms(countForms(texts({ data, open }), half)));
