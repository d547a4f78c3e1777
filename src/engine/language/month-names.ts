import { MONTH_LEADS } from "../base/month-leads.js";

/** A family name that is a month and a modal verb too. */
const NAME = "May";
/** A family name that is nothing else: what the network is given in its place. */
const PLAIN_NAME = "Cameron";

/** Tags of what “may” cannot stand before: it takes a bare verb. */
const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBN"]);
const ADVERB = "RB";

/** What stands before a month: of a verb behind it that is somebody else's (“the team that in May visited …”). */
const BEFORE_MONTH: ReadonlySet<string> = new Set([...MONTH_LEADS, "till", "by", "of", "on", "-"]);
const DAY = /^\d{1,2}(?:st|nd|rd|th)?$/;

/**
 * “Theresa May met …”: the words of a sentence with a plain family name for each “May” that the verb behind it shows to be a
 * name; `null` where there is none. A tagger takes it for the modal verb, and what is done for what may be done.
 *
 * @param tags Penn tags of the words as they stand.
 */
export function withPlainNames(forms: readonly string[], tags: readonly string[]): readonly string[] | null {
  let changed: string[] | null = null;
  for (let at = forms.indexOf(NAME); at >= 0; at = forms.indexOf(NAME, at + 1)) {
    if (!isBearer(forms, tags, at)) continue;
    changed ??= [...forms];
    changed[at] = PLAIN_NAME;
  }
  return changed;
}

function isBearer(forms: readonly string[], tags: readonly string[], at: number): boolean {
  const before = (forms[at - 1] ?? "").toLowerCase();
  if (BEFORE_MONTH.has(before) || DAY.test(before)) return false;
  let next = at + 1;
  if (tags[next] === ADVERB) next++;
  return FINITE.has(tags[next] ?? "");
}
