/** A tree in the making: heads (-1 for the root), relations by their place in `names`, Penn tags. */
export interface Draft {
  readonly heads: Int16Array;
  readonly relations: Uint8Array;
  readonly names: readonly string[];
  readonly xpos: readonly string[];
}

const MOST_CLIMB = 6; // words above a relative clause that are looked at for the clause it stands in

/** Mends in place what a tree may not be: a verb with two subjects, a clause that goes on in a tense its own is not in. */
export function mendTree(draft: Draft): void {
  for (let at = 0; at < draft.heads.length; at++) {
    if (isNamed(draft, at, "nsubj")) mendSubject(draft, at);
    else if (isNamed(draft, at, "conj")) mendTense(draft, at);
  }
}

/** “According to [Thapa], the [adviser], Modi assured …”: of two subjects the first stands in apposition to the phrase before it. */
function mendSubject(draft: Draft, first: number): void {
  const { heads, relations, names } = draft;
  const verb = heads[first] ?? -1;
  if (verb < first) return;
  let [before, second] = [-1, false];
  for (let at = 0; at < verb; at++) {
    if (heads[at] !== verb) continue;
    if (at < first && isNamed(draft, at, "obl")) before = at;
    else if (at > first && isNamed(draft, at, "nsubj")) second ||= hasComma(draft, first, at);
  }
  const appos = names.indexOf("appos");
  if (!second || before < 0 || appos < 0 || !hasComma(draft, before, first)) return;
  heads[first] = before;
  relations[first] = appos;
}

/** “drew attention to those who [live] there and [called] on all to help”: past after past, present after present. */
function mendTense(draft: Draft, at: number): void {
  const { heads, xpos } = draft;
  const head = heads[at] ?? -1;
  if (head < 0 || head > at || tenseOf(xpos[at]) === null || xpos[at - 1] !== "CC") return;
  const other = tenseOf(xpos[head]) !== null && tenseOf(xpos[head]) !== tenseOf(xpos[at]);
  const bare = isNamed(draft, head, "ccomp") && hasModal(draft, head); // “said it [would] be fair and [asked] for more”
  if (!bare && !(other && isNamed(draft, head, "acl:relcl"))) return;
  for (let own = 0; own < at; own++) if (heads[own] === at && isNamed(draft, own, "nsubj")) return;
  let above = heads[head] ?? -1;
  for (let steps = 0; above >= 0 && steps < MOST_CLIMB; above = heads[above] ?? -1, steps++)
    if (tenseOf(xpos[above]) === tenseOf(xpos[at]) && above < head) {
      heads[at] = above;
      return;
    }
}

function hasModal({ heads, xpos }: Draft, at: number): boolean {
  for (let own = 0; own < at; own++) if (heads[own] === at && xpos[own] === "MD") return true;
  return false;
}

function tenseOf(tag: string | undefined): "past" | "present" | null {
  return tag === "VBD" ? "past" : tag === "VBP" || tag === "VBZ" ? "present" : null;
}

function isNamed({ relations, names }: Draft, at: number, wanted: string): boolean {
  const name = names[relations[at] ?? -1] ?? "";
  return name === wanted || name.startsWith(`${wanted}:`);
}

function hasComma({ xpos }: Draft, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (xpos[at] === ",") return true;
  return false;
}
