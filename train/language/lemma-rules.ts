import { keepsCase } from "../../src/engine/language/lemmas.js";

/** A word of the treebank, as far as lemmas need it. */
export interface LemmaExample {
  readonly form: string;
  readonly xpos: string;
  readonly lemma: string;
}

interface Edit {
  readonly cut: number;
  readonly added: string;
}

const LONGEST_SUFFIX = 5;

/**
 * Learns suffix rules for lemmas by counting word types, and lists the words they get wrong.
 *
 * @param examples Words of the treebank and of other text; the treebank's lemma wins where they differ.
 * @param irregular Words that no rule is to be learned from.
 */
export function learnLemmas(
  treebank: readonly LemmaExample[],
  others: readonly LemmaExample[],
  irregular: readonly LemmaExample[],
): { words: string; rules: string } {
  const key = (w: LemmaExample): string => `${w.form.toLowerCase()}\t${w.xpos}`;
  const listed = new Set(irregular.map(key));
  const gold = new Set(treebank.map(key));
  const regular = majority([...treebank, ...others.filter((w) => !gold.has(key(w)))]).filter(
    (w) => !listed.has(`${w.lower}\t${w.xpos}`),
  );
  const counts = new Map<string, Map<string, number>>();
  for (const { lower, xpos, lemma } of regular) {
    const edit = editOf(lower, lemma.toLowerCase());
    for (let n = 0; n <= Math.min(LONGEST_SUFFIX, lower.length); n++) {
      const suffix = `${xpos}\t${lower.slice(lower.length - n)}`;
      const edits = counts.get(suffix) ?? new Map<string, number>();
      counts.set(suffix, edits.set(edit, (edits.get(edit) ?? 0) + 1));
    }
  }
  const rules = chooseRules(counts);
  const lines = [...rules].map(([suffix, edit]) => `${suffix}\t${edit.cut}\t${edit.added}`);
  const words = [...regular, ...majority(irregular)]
    .filter((t) => applied(rules, t) !== t.lemma && (t.lemma !== t.lower || !keepsCase(t.xpos)))
    .map((t) => `${t.lower}\t${t.xpos}\t${t.lemma}`);
  return { words: words.sort().join("\n"), rules: lines.sort().join("\n") };
}

interface WordType {
  readonly lower: string;
  readonly xpos: string;
  readonly lemma: string;
}

function majority(examples: readonly LemmaExample[]): WordType[] {
  const seen = new Map<string, Map<string, number>>();
  for (const { form, xpos, lemma } of examples) {
    const key = `${form.toLowerCase().replace(/[‘’]/gu, "'")}\t${xpos}`;
    const lemmas = seen.get(key) ?? new Map<string, number>();
    const own = keepsCase(xpos) ? lemma.toLowerCase() : lemma;
    seen.set(key, lemmas.set(own, (lemmas.get(own) ?? 0) + 1));
  }
  return [...seen].map(([key, lemmas]) => {
    const [lower = "", xpos = ""] = key.split("\t");
    return { lower, xpos, lemma: first(lemmas)[0] };
  });
}

/** The most frequent entry; ties go to the smaller string. */
function first(counts: ReadonlyMap<string, number>): [string, number] {
  let best: [string, number] = ["", -1];
  for (const [value, n] of counts) if (n > best[1] || (n === best[1] && value < best[0])) best = [value, n];
  return best;
}

/** An edit as `cut added`; words whose beginning changes have none. */
function editOf(lower: string, lemma: string): string {
  let same = 0;
  while (same < lower.length && same < lemma.length && lower[same] === lemma[same]) same++;
  return `${lower.length - same} ${lemma.slice(same)}`;
}

function chooseRules(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, Edit> {
  const rules = new Map<string, Edit>();
  const keys = [...counts.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const key of keys) {
    const [edit, n] = first(counts.get(key) ?? new Map());
    const [xpos = "", suffix = ""] = key.split("\t");
    const [cut = "0", added = ""] = edit.split(" ");
    const shorter = inherited(rules, xpos, suffix);
    const differs = shorter === undefined || shorter.cut !== Number(cut) || shorter.added !== added;
    // one example is no rule; nor may a rule cut what it has not seen
    const sound = n >= 2 && Number(cut) <= suffix.length;
    if (differs && sound) rules.set(key, { cut: Number(cut), added });
  }
  return rules;
}

function inherited(rules: ReadonlyMap<string, Edit>, xpos: string, suffix: string): Edit | undefined {
  for (let n = suffix.length - 1; n >= 0; n--) {
    const rule = rules.get(`${xpos}\t${suffix.slice(suffix.length - n)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function applied(rules: ReadonlyMap<string, Edit>, word: WordType): string {
  for (let n = Math.min(LONGEST_SUFFIX, word.lower.length); n >= 0; n--) {
    const rule = rules.get(`${word.xpos}\t${word.lower.slice(word.lower.length - n)}`);
    if (rule !== undefined && rule.cut < word.lower.length + rule.added.length) {
      return word.lower.slice(0, word.lower.length - rule.cut) + rule.added;
    }
  }
  return word.lower;
}
