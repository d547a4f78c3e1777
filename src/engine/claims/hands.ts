import type { Draft } from "./draft.js";
import type { ClaimLexicon } from "./lexicon.js";
import type { Range } from "./phrases.js";
import { isComma, type Piece } from "./pieces.js";
import { attributionAt, canTell, isWritten } from "./reporters.js";
import { subjectBefore } from "./sources.js";
import type { Unit } from "./units.js";
import type { UnitReading } from "./verb-claims.js";
import { verbGroupAt } from "./verb-groups.js";
import { wholePhrase } from "./verb-sources.js";

/**
 * Pins who is cited on the claim whose words he is cited for: that of the source before the phrase (“The agency, citing two
 * aides, said …”), of the cue before it (“…, the agency said, citing two aides”), or of the sentence it opens (“As quoted by
 * the agency, Holm said …”).
 */
export function setReporter(
  { drafts }: UnitReading,
  pieces: readonly Piece[],
  cue: Range,
  reporter: Range,
  lexicon: ClaimLexicon,
): void {
  const start = pieces[cue[0]]?.start ?? 0;
  const somebody = !isWritten(pieces, reporter[0], lexicon);
  const around = !somebody ? -1 : drafts.findIndex((d) => namesBefore(d, pieces, cue[0]));
  const behind = drafts.findLastIndex((d) => d.cue !== null && d.cue[1] <= start);
  const ahead = cue[0] === 0 ? drafts.findIndex((d) => d.cue !== null && d.source !== null) : -1;
  const index = around >= 0 ? around : behind >= 0 ? behind : ahead;
  const draft = drafts[index];
  if (draft === undefined) return;
  const source: Range | null = index === around && draft.source !== null ? [draft.source[0], cue[0] - 2] : draft.source;
  drafts[index] = { ...draft, source, reporter, cites: pieces[cue[1]]?.lower !== "by" };
}

/** Whether a phrase between commas stands between a claim's source and its cue. */
function namesBefore({ source, cue }: Draft, pieces: readonly Piece[], at: number): boolean {
  if (source === null || cue === null || !isComma(pieces[at - 1])) return false;
  return source[0] < at - 1 && source[1] >= at - 2 && cue[0] > (pieces[at]?.start ?? 0);
}

/** “According to the agency, which cited two aides, …”: who is cited by the source. */
export function readRelatives({ pieces }: Unit, lexicon: ClaimLexicon, { drafts }: UnitReading): void {
  for (let at = 2; at < pieces.length; at++) {
    if (!/^(?:cited|quoted|cites|quotes)$/.test(pieces[at]?.lower ?? "") || !/^W/.test(pieces[at - 1]?.tag ?? ""))
      continue;
    const cited = canTell(pieces, at + 1, lexicon) ? wholePhrase(pieces, at + 1, lexicon) : null;
    const end = isComma(pieces[at - 2]) ? at - 3 : at - 2;
    if (cited === null || pieces[cited[1] + 1]?.lower === "as") continue;
    const own = pieces[at]?.start;
    const index = drafts.findIndex((d) => d.cue?.[0] !== own && covers(d.reporter ?? d.source, end));
    const draft = drafts[index];
    const citing = draft?.reporter ?? draft?.source;
    if (draft === undefined || citing == null) continue;
    const shorter: Range = [citing[0], end];
    drafts[index] =
      draft.reporter === null || draft.source === null
        ? { ...draft, source: shorter, reporter: cited, cites: true }
        : { ...draft, source: cited, reporter: shorter, cites: false, through: draft.source };
  }
}

function covers(range: Range | null, at: number): boolean {
  return range !== null && range[0] <= at && at <= range[1];
}

/** “The paper reported, citing [the agency], which quoted an aide as saying …”: the claim came through the paper too. */
export function throughHands(draft: Draft, lexicon: ClaimLexicon): Draft {
  const { reporter, source, unit } = draft;
  if (draft.through !== undefined || reporter === null || source === null || reporter[1] > source[0]) return draft;
  const { pieces } = unit;
  for (let at = Math.max(0, reporter[0] - 4); at < reporter[0]; at++) {
    const match = attributionAt(pieces, at, lexicon);
    if (match?.role !== "reporter" || at + match.words.length !== reporter[0]) continue;
    const outer = tellerBefore(pieces, at, lexicon);
    return outer === null || outer[1] >= at ? draft : { ...draft, through: outer };
  }
  return draft;
}

/** The subject of the last verb of saying before a piece. */
function tellerBefore(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): Range | null {
  for (let i = at - 1; i > 0; i--) {
    const group = verbGroupAt(pieces, i, lexicon);
    if (group?.mood !== "finite" || group.entry.act !== "speech") continue;
    const subject = subjectBefore(pieces, group.first);
    return subject === "shared" ? null : subject;
  }
  return null;
}
