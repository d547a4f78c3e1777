import { dayParts } from "../../base/day.js";
import { pad } from "../calendar.js";
import type { Rule } from "../context.js";
import { readOrdinal } from "../numbers.js";
import { entryAt, isWord } from "../scan.js";

const DECADE = /^(\d{3})0'?s$/;
const SHORT = /^'?(\d)0'?s$/;

/** “the 1990s”, “the '80s”, “the nineties”. The short forms mean the last century, but for the first two decades. */
export const decade: Rule = {
  name: "decade",
  match(scan, at) {
    const key = scan.words[at]?.key ?? "";
    const full = DECADE.exec(key);
    const short = SHORT.exec(key);
    const { number, numberKind } = entryAt(scan, at);
    const tens =
      short !== null ? Number(short[1]) : numberKind === "decade" && number !== undefined ? number / 10 : null;
    if (full === null && (tens === null || isWord(scan, at - 1, "his", "her", "their", "my", "our", "your", "its")))
      return null; // “in his 30s” is an age
    if (full === null && !isWord(scan, at - 1, "the", "early", "late", "mid", "'", "‘", "’", "and", "to")) return null;
    const quoted = isWord(scan, at - 1, "'", "‘", "’") && scan.words[at - 1]?.end === scan.words[at]?.start;
    return {
      first: quoted ? at - 1 : at,
      end: at + 1,
      type: "DATE",
      article: true,
      read: (context) => {
        if (full !== null) return { value: full[1] ?? "", why: "the decade is written out", confidence: 0.9 };
        const century =
          (tens ?? 0) <= 1 && context.published !== null && dayParts(context.published)[0] >= 2010 ? 20 : 19;
        return { value: `${century}${tens}`, why: `the decade of the ${century + 1}th century`, confidence: 0.75 };
      },
    };
  },
};

/** “the 20th century”, “11th-century”. */
export const century: Rule = {
  name: "century",
  match(scan, at) {
    const ordinal = readOrdinal(scan, at);
    if (ordinal === null || ordinal.value > 30 || !isWord(scan, ordinal.end, "century")) return null;
    const value = pad(ordinal.value - 1, 2);
    return {
      first: at,
      end: ordinal.end + 1,
      type: "DATE",
      article: true,
      read: () => ({ value, why: `the ${ordinal.value}th century begins with the year ${value}00`, confidence: 0.85 }),
    };
  },
};
