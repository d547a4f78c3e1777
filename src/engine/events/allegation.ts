import { isRelation } from "../language/tree.js";
import { type Clause, partiesAt } from "./clause.js";
import type { Reality } from "./drafted.js";
import type { ContentCode } from "./lexicon.js";
import type { Parties } from "./parties.js";
import { OWN_WORD } from "./words.js";

/** Who says a deed under a verb of saying. */
export interface Reporter {
  readonly verb: number;
  readonly parties: readonly number[];
}

/**
 * Who alleges a deed: the source of a speech verb above it that speaks for the side the deed was done to. What a third
 * reports, or somebody says of himself, is told as done.
 *
 * @returns `null` where the deed is no allegation.
 */
export function allegedBy(
  clause: Clause,
  reality: Pick<Reality, "reporters">,
  { event }: Pick<ContentCode, "event">,
  { actor, recipient }: Parties,
): Reporter | null {
  if (OWN_WORD.has(event)) return null;
  const codes = (list: readonly number[]): readonly string[] =>
    list.flatMap((p) => clause.actors.actors[p]?.code ?? []);
  for (const verb of reality.reporters) {
    const subject = clause.tree.children(verb).find((c) => isRelation(clause.tree.relation(c), "nsubj"));
    const parties = subject === undefined ? [] : partiesAt(clause, subject);
    const said = codes(parties);
    if (said.some((c) => codes(actor).includes(c)) || !said.some((c) => codes(recipient).includes(c))) continue;
    return { verb, parties };
  }
  return null;
}

/** CAMEO: accused of aggression, of human rights abuses, of anything else. */
const ACCUSED_OF: Readonly<Record<string, string>> = { ASSAULT: "1123", COERCE: "1122", MOBILIZE: "1123" };

/** Deeds that it is an accusation to say of somebody; “Kyiv says Berlin sent aid” accuses nobody. */
const HOSTILE: ReadonlySet<string> = new Set(["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]);

/** The code of an allegation that somebody did a deed; `null` where the deed is nothing to accuse of. */
export function allegationCode(deed: ContentCode): ContentCode | null {
  if (!HOSTILE.has(deed.event)) return null;
  return { event: "ACCUSE", mode: "allege", cameo: ACCUSED_OF[deed.event] ?? "112" };
}
