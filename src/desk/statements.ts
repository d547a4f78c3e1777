import { byCodeUnit } from "../engine/base/span.js";
import type { StoredStatement } from "../store/index.js";
import { overlapOf, stemsOf } from "./likeness.js";
import { corroborationOf, participant, reportsOf } from "./reports.js";
import type { Statement } from "./types.js";

/** Words of a claim that are shown: the texts are their publishers'. */
const EXCERPT_WORDS = 25;
/** Likeness from which two reports give one statement of one speaker. */
const SAME_STATEMENT = 0.8;
/** Statements are put to those of the same speaker alone, of which so many are looked at. */
const MOST_COMPARED = 200;

/** Statements told once, however many articles carry them; the latest first. */
export function mergeStatements(found: readonly StoredStatement[]): Statement[] {
  const groups: { readonly items: StoredStatement[]; readonly words: ReadonlySet<string> }[] = [];
  const bySpeaker = new Map<string, (typeof groups)[number][]>();
  for (const one of [...found].sort(byFirst)) {
    const words = stemsOf(one.text);
    const key = one.speaker?.key ?? "";
    const own = bySpeaker.get(key) ?? [];
    bySpeaker.set(key, own);
    const same = own.slice(-MOST_COMPARED).find((group) => overlapOf(group.words, words).score >= SAME_STATEMENT);
    if (same !== undefined) {
      same.items.push(one);
      continue;
    }
    const group = { items: [one], words };
    groups.push(group);
    own.push(group);
  }
  return groups
    .flatMap(({ items }) => statementOf(items))
    .sort((a, b) => byCodeUnit(b.day ?? "", a.day ?? "") || byCodeUnit(a.id, b.id));
}

function statementOf(items: readonly StoredStatement[]): Statement[] {
  const [first] = items;
  const [report] = reportsOf(items);
  if (first === undefined || report === undefined) return [];
  return [
    {
      id: first.id,
      day: first.day,
      speaker: first.speaker === null ? null : participant(first.speaker),
      excerpt: excerptOf(first.text),
      kind: first.kind,
      stance: first.stance,
      corroboration: corroborationOf(items),
      report,
    },
  ];
}

function excerptOf(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== "");
  return words.length <= EXCERPT_WORDS ? words.join(" ") : `${words.slice(0, EXCERPT_WORDS).join(" ")} …`;
}

/** The first report first, direct speech before indirect. */
function byFirst(a: StoredStatement, b: StoredStatement): number {
  return (
    byCodeUnit(a.day ?? "9999", b.day ?? "9999") ||
    byCodeUnit(a.kind, b.kind) ||
    byCodeUnit(a.document.hash, b.document.hash) ||
    byCodeUnit(a.id, b.id)
  );
}
