import type { Clause } from "./clause.js";

/** “The invitation was accepted”, “She accepted the invitation”: the sentence after the one that invites which says so, or `null`. */
export function acceptedIn(told: readonly Clause[], own: readonly Clause[]): Clause | null {
  const [first] = told;
  if (first === undefined) return null;
  return own.find((clause) => clause.sentence.index > first.sentence.index && isAccepted(clause)) ?? null;
}

function isAccepted({ tokens }: Clause): boolean {
  const at = tokens.findIndex((t) => t.lower === "invitation");
  const near = tokens.slice(Math.max(0, at - ACCEPT_REACH), at + 1 + ACCEPT_REACH);
  const accepted = near.find((t) => t.lower === "accepted")?.index ?? -1;
  if (at < 0 || accepted < 0) return false;
  return !tokens.slice(Math.min(at, accepted - 3), Math.max(at, accepted)).some((t) => NOT_YET.test(t.lower));
}

const NOT_YET = /^(?:not|n't|never|yet|be|if|whether)$/;
/** Words between “invitation” and “accepted”. */
const ACCEPT_REACH = 4;
