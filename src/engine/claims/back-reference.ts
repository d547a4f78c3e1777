import { type Draft, spanOf } from "./draft.js";
import type { ClaimLexicon } from "./lexicon.js";
import { phraseEnd } from "./phrases.js";
import { isComma, isStop } from "./pieces.js";
import { subjectBefore } from "./sources.js";
import type { Unit } from "./units.js";
import type { UnitReading } from "./verb-claims.js";
import { wholePhrase } from "./verb-sources.js";

const ANAPHORS: ReadonlySet<string> = new Set(["this", "that", "it", "which"]);
/** Words that by themselves are no content: they point to what was said before. */
const POINTING = /^(?:this|it|so|the same)$/i;
/** How far into a sentence the verb of “This was reported …” may stand, and how long such a sentence may be, in pieces. */
const REACH = 6;
const LONGEST = 70;

/**
 * “This was reported on Tuesday by the Kremlin press service.”, “The minister said this during a briefing.”: the content is the
 * sentence before.
 */
export function readBackReference(
  unit: Unit,
  previous: Unit | undefined,
  lexicon: ClaimLexicon,
  reading: UnitReading,
): void {
  const { pieces } = unit;
  if (previous === undefined || previous.paragraph < unit.paragraph - 1 || pieces.length > LONGEST) return;
  const told = passive(unit, lexicon) ?? active(unit, lexicon);
  if (told === null) return;
  reading.drafts.push({
    unit,
    kind: "indirect",
    act: "speech",
    stance: "asserts",
    content: sentenceSpan(previous),
    cue: spanOf(pieces, [told.verb, told.verb]),
    source: told.source,
    addressee: null,
    reporter: null,
    missing: "none",
    why: "the sentence before, which this one says was reported",
    confidence: 0.85,
  });
}

interface Told {
  readonly verb: number;
  readonly source: NonNullable<Draft["source"]>;
}

function passive({ pieces }: Unit, lexicon: ClaimLexicon): Told | null {
  if (!ANAPHORS.has(pieces[0]?.lower ?? "") && pieces[0]?.lower !== "as") return null;
  const told = lexicon.words("told-back");
  const verb = pieces.findIndex((p, i) => i > 0 && i < REACH && told.has(p.lower));
  if (verb < 0 || !/^(?:was|were|is|been|being|also)$/.test(pieces[verb - 1]?.lower ?? "")) return null;
  if (pieces.slice(1, verb).some((p) => /^(?:not|n't|never|yet)$/.test(p.lower))) return null;
  const by = pieces.findIndex((p, i) => i > verb && p.lower === "by" && !isStop(pieces[i + 1]));
  const source = by < 0 ? null : wholePhrase(pieces, by + 1, lexicon);
  return source === null ? null : { verb, source };
}

/** “[The Head of State] said this during …”: the subject opens the sentence, or stands behind a phrase and a comma. */
function active({ pieces }: Unit, { words }: ClaimLexicon): Told | null {
  const said = words("said-back");
  const at = pieces.findIndex(
    (p, i) => i > 0 && i < LONGEST / 4 && said.has(p.lower) && /^(?:this|it|so)$/.test(pieces[i + 1]?.lower ?? ""),
  );
  const next = pieces[at + 2];
  if (at < 0 || next === undefined || !(words("setting").has(next.lower) || isStop(next) || isComma(next))) return null;
  const source = subjectBefore(pieces, at);
  if (source === null || source === "shared" || pieces[source[0]]?.tag === "WP") return null;
  const opens = source[0] === 0 || isComma(pieces[source[0] - 1]);
  return opens && phraseEnd(pieces, source[0], () => false) >= source[0] ? { verb: at, source } : null;
}

/** Of what is said of which no more is known than “this” the content is the sentence before, where there is one. */
export function pointedAt(draft: Draft, previous: Unit | undefined, text: string): Draft {
  const [start, end] = draft.content;
  const words = text.slice(start, end).trim();
  if (!POINTING.test(words) || draft.act !== "speech" || draft.kind !== "indirect") return draft;
  if (previous === undefined || previous.paragraph < draft.unit.paragraph - 1) return draft;
  const opens = draft.unit.pieces[0]?.start === start;
  if (!opens && draft.source === null) return draft;
  return { ...draft, content: sentenceSpan(previous), why: `${draft.why}; “${words}” points to the sentence before` };
}

function sentenceSpan(unit: Unit): Draft["content"] {
  const { pieces } = unit;
  let last = pieces.length - 1;
  while (last > 0 && isStop(pieces[last])) last--;
  return spanOf(pieces, [0, last]);
}
