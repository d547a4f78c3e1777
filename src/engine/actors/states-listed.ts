import type { Discourse, Draft } from "./draft.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const NEAR = 2; // sentences over which “these countries” are those just listed
const STATES = /^(?:countries|nations|states|capitals|neighbou?rs|governments|peoples|sides|parties|delegations)$/;
const MOST_BEFORE = 4; // words between “of” and its noun: “of [these three neighbouring] countries”

/** Whose leaders a plural title speaks of: of nobody in particular, of states told of, of those just listed, or of something else. */
export type Whose = "open" | "told" | "listed" | "other";

/** “the leaders [of the two countries]” are told of, “… [of these three countries]” listed, “… [of the Western Balkans]” other. */
export function whose(scan: Scan, phrase: Pick<Phrase, "head" | "last" | "titles">): Whose {
  const { last } = phrase;
  if (namesWhose(scan, phrase)) return "other";
  if (scan.lower(last + 1) !== "of") return "open";
  for (let at = last + 2; at <= last + 2 + MOST_BEFORE; at++) {
    if (STATES.test(scan.lower(at))) return pointsBack(scan, last + 2) ? "listed" : "told";
    if (!/^(?:DET|NUM|ADJ|PRON|VERB)$/.test(scan.tokens[at]?.upos ?? "") || scan.capital(at)) return "other";
  }
  return "other";
}

/** “the leaders of the Western Balkans”: whether the phrase itself goes on with “of” behind its title. */
function namesWhose(scan: Scan, { head, last, titles }: Pick<Phrase, "head" | "last" | "titles">): boolean {
  const title = titles[0]?.phrase ?? "";
  const from = / (?:of|for|to) /.test(title) ? head + title.split(" ").length : head + 1;
  return titles.length === 1 && from < last && /^(?:of|for)$/.test(scan.lower(from));
}

/** Whether “these”, “those” or a number from three on opens a phrase: more or others than the two the article is about. */
function pointsBack(scan: Scan, at: number): boolean {
  return [at, at + 1].some((i) =>
    /^(?:these|those|three|four|five|six|seven|eight|nine|ten|[3-9])$/.test(scan.lower(i)),
  );
}

/** Whether “these countries”, “the three countries” is one that only countries just listed can be meant by. */
export function meansListed({ det, count }: Pick<Phrase, "det" | "count">): boolean {
  return (count ?? 2) > 2 || (count === null && /^(?:these|those)$/.test(det ?? ""));
}

/** The countries that the nearest sentence lists, up to a phrase: as many as the phrase counts, else two or more; else empty. */
export function statesListed(
  { first, sentence, count }: Pick<Phrase, "first" | "sentence" | "count">,
  discourse: Discourse,
): readonly Draft[] {
  for (let at = sentence; at >= sentence - NEAR; at--) {
    const told = discourse.tracesIn(at).filter((t) => t.draft.kind === "country" && (at < sentence || t.last < first));
    const states = [...new Set(told.map((t) => t.draft))];
    if (states.length > 1) return count === null || states.length === count ? states : [];
  }
  return [];
}
