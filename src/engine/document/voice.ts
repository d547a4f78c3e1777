import { byCodeUnit } from "../base/span.js";
import type { Row } from "../base/table.js";
import type { SourceDocument } from "./types.js";

/** Who a text may be the own words of, as it says so itself. */
export interface Voice {
  /** The words that name the person: “Prime Minister Kaja Kallas”, “President of Ukraine”. */
  readonly text: string;
  /** Where they stand in the document's text; `null` when they are the outlet's name. */
  readonly start: number | null;
}

/** How a line says whose words follow, from `data/document/own-words.tsv`. */
export interface VoicePatterns {
  /** “Statement by Prime Minister …”, “Tweet by …”, “Remarks as delivered by …”. */
  readonly labelled: RegExp;
  /** “Prime Minister …'s statement on …”. */
  readonly owned: RegExp;
  /** “…, we must go on – address by President …”. */
  readonly trailing: RegExp;
  /** “Kaja Kallas (@…)”, “Kaja Kallas on X:”. */
  readonly posted: RegExp;
  /** “Press service of the President of Ukraine”, “Office of the Prime Minister”. */
  readonly office: RegExp;
}

/** Makes the patterns; they are only asked of short lines. */
export function makeVoicePatterns(rows: readonly Row[]): VoicePatterns {
  const any = (part: string): string => {
    const words = rows.filter((row) => row.cell("part") === part).map((row) => row.cell("words"));
    const longest = words.sort((a, b) => b.length - a.length || byCodeUnit(a, b));
    return longest.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("'", "['’]")).join("|");
  };
  const kind = `(?:(?:${any("modifier")}) ){0,4}(?:${any("kind")})`;
  return {
    labelled: new RegExp(
      String.raw`^${kind}(?:,? (?:as )?(?:issued|made|delivered|posted|given|prepared))? (?:by|from|of) (?:the )?(?=\p{L})`,
      "iu",
    ),
    owned: new RegExp(String.raw`^(.{3,70}?)['’]s? ${kind}\b`, "iu"),
    trailing: new RegExp(String.raw` [-–—] ${kind} (?:by|of) (?:the )?(?=\p{L})`, "iu"),
    posted: new RegExp(String.raw`^(.{3,70}?)(?: \(@\w{2,30}\)| (?:on|via) (?:${any("site")})\b)`, "iu"),
    office: new RegExp(`^(?:the )?(?:(?:${any("office")}) (?:of|for) (?:the )?)?`, "iu"),
  };
}

/** Lines that begin with who speaks: a transcript of several voices. */
const SPEAKER_LINE =
  /^(?:Q|QUESTION|THE PRESIDENT|(?:MR|MS|MRS|DR|SECRETARY|PRESIDENT|MINISTER)\.? [\p{Lu} .'’-]{2,40})[:.] /gmu;
/** An office publishes addresses, interviews and reports of several speakers too; only a short text is its holder's post. */
const MAX_POST = 1200; // code units
const FIRST_LINES = 3;
const MAX_LABEL = 160; // code units: a line that only says whose words follow
const MAX_TITLE = 400; // code units: a headline may end by it

/**
 * Whose own words a text may be: by a line at its head, its byline, or the outlet that is somebody's office.
 *
 * @returns Candidates, the surest first; whether one is an office-holder is for the actor stage to say. None for a
 * transcript in which several speak.
 */
export function findVoices(
  {
    text,
    title,
    frame,
    paragraphs,
    byline,
  }: Pick<SourceDocument, "text" | "title" | "frame" | "paragraphs" | "byline">,
  outlet: string | null,
  patterns: VoicePatterns,
): readonly Voice[] {
  if ((text.match(SPEAKER_LINE)?.length ?? 0) > 1) return [];
  const head = paragraphs[0]?.[0] ?? 0;
  const early = [...frame.filter(([start]) => start <= head + MAX_LABEL), ...paragraphs.slice(0, FIRST_LINES)];
  const voices: Voice[] = [];
  for (const [start, end] of title === null ? early : [title, ...early]) {
    const most = start === title?.[0] ? MAX_TITLE : MAX_LABEL;
    const line = text.slice(start, Math.min(end, start + most));
    if (end - start > most || /^joint\b/i.test(line)) continue;
    const voice = voiceIn(line, start, patterns);
    if (voice !== null) voices.push(voice);
  }
  if (byline !== null) {
    const start = text.indexOf(byline);
    voices.push({ text: byline, start: start < 0 ? null : start });
  }
  if (outlet !== null && text.length <= MAX_POST)
    voices.push({ text: outlet.replace(patterns.office, ""), start: null });
  return voices;
}

function voiceIn(line: string, start: number, { labelled, trailing, owned, posted }: VoicePatterns): Voice | null {
  const label = labelled.exec(line)?.[0];
  if (label !== undefined) return { text: line.slice(label.length), start: start + label.length };
  const behind = trailing.exec(line);
  if (behind !== null) {
    const from = behind.index + behind[0].length;
    return { text: line.slice(from), start: start + from };
  }
  const name = (owned.exec(line) ?? posted.exec(line))?.[1];
  return name === undefined ? null : { text: name, start };
}
