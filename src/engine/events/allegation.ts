import { childBy, childrenBy, isRelation } from "../language/tree.js";
import { type Clause, partiesAt } from "./clause.js";
import type { Reality } from "./drafted.js";
import type { ContentCode, EventLexicon } from "./lexicon.js";
import type { Parties } from "./parties.js";
import { OWN_WORD } from "./words.js";

/** Who says a deed under a verb of saying. */
export interface Reporter {
  readonly verb: number;
  readonly parties: readonly number[];
}

/**
 * “Iran was behind the attack”, “is responsible for it”: words that lay a deed at somebody's door.
 *
 * @param predicate The word that tells the deed, or that is said of who did it.
 */
export function laysBlame({ tree, tokens }: Clause, predicate: number, { classes }: EventLexicon): boolean {
  if (childBy(tree, predicate, "cop") === null) return false;
  const isGuilt = (token: number): boolean =>
    classes.get(tokens[token]?.lemma.toLowerCase() ?? "")?.has(GUILT) === true;
  return isGuilt(predicate) || childrenBy(tree, predicate, "case").some(isGuilt);
}
const GUILT = "guilt";

/**
 * Who alleges a deed: the source of a speech verb above it that speaks for the side the deed was done to, or any other
 * whose words lay blame. What else a third reports, or somebody says of himself, is told as done.
 *
 * @param blame Whether the deed is told in such words (`laysBlame`).
 * @returns `null` where the deed is no allegation.
 */
export function allegedBy(
  clause: Clause,
  reality: Pick<Reality, "reporters">,
  { event }: Pick<ContentCode, "event">,
  { actor, recipient }: Parties,
  blame = false,
): Reporter | null {
  if (OWN_WORD.has(event)) return null;
  const codes = (list: readonly number[]): readonly string[] =>
    list.flatMap((p) => clause.actors.actors[p]?.code ?? []);
  for (const verb of reality.reporters) {
    const subject = clause.tree.children(verb).find((c) => isRelation(clause.tree.relation(c), "nsubj"));
    const parties = subject === undefined ? [] : partiesAt(clause, subject);
    const said = codes(parties);
    if (parties.some((p) => actor.includes(p)) || said.some((c) => codes(actor).includes(c))) continue;
    const suffers = said.some((c) => codes(recipient).includes(c));
    if (!suffers && !(blame && parties.length > 0)) continue;
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
