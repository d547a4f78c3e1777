/** A tree in the making: heads (-1 for the root), relations by their place in `names`, Penn tags. */
export interface Draft {
  readonly heads: Int16Array;
  readonly relations: Uint8Array;
  readonly names: readonly string[];
  readonly xpos: readonly string[];
}

const NONE = -1;
const MOST_CLIMB = 6; // words above a clause that are looked at for the verb it may go on with

/** What is looked up of each word: so that time grows with the length of a sentence only. */
interface Places {
  /** Commas before each word. */
  readonly commas: Int32Array;
  /** First and last subject in front of each word, and the phrase before the first. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly phrase: Int32Array;
  /** Whether a word has a modal verb in front of it, a subject anywhere. */
  readonly modal: Uint8Array;
  readonly subject: Uint8Array;
}

/** Mends in place what a tree may not be: a verb with two subjects, a clause that goes on in a tense its own is not in. */
export function mendTree(draft: Draft): void {
  const places = placesOf(draft);
  for (let at = 0; at < draft.heads.length; at++) {
    mendSubject(draft, places, at);
    if (isNamed(draft, at, "conj")) mendTense(draft, places, at);
  }
}

function placesOf(draft: Draft): Places {
  const { heads, xpos } = draft;
  const size = heads.length;
  const [commas, phrases] = [new Int32Array(size + 1), new Int32Array(size).fill(NONE)];
  const unknown = (): Int32Array => new Int32Array(size).fill(NONE);
  const [first, last, phrase] = [unknown(), unknown(), unknown()];
  const [modal, subject] = [new Uint8Array(size), new Uint8Array(size)];
  for (let at = 0; at < size; at++) {
    commas[at + 1] = (commas[at] ?? 0) + (xpos[at] === "," ? 1 : 0);
    const head = heads[at] ?? NONE;
    if (head < 0) continue;
    const isSubject = isNamed(draft, at, "nsubj");
    if (isSubject) subject[head] = 1;
    if (head < at) continue;
    if (xpos[at] === "MD") modal[head] = 1;
    if (isNamed(draft, at, "obl")) phrases[head] = at;
    if (!isSubject) continue;
    if (first[head] === NONE) [first[head], phrase[head]] = [at, phrases[head] ?? NONE];
    last[head] = at;
  }
  return { commas, first, last, phrase, modal, subject };
}

/** “According to [Thapa], the [adviser], Modi assured …”: of two subjects the first stands in apposition to the phrase before it. */
function mendSubject({ heads, relations, names }: Draft, { commas, first, last, phrase }: Places, verb: number): void {
  const [one, two, before] = [first[verb] ?? NONE, last[verb] ?? NONE, phrase[verb] ?? NONE];
  const appos = names.indexOf("appos");
  if (one === two || before < 0 || appos < 0) return;
  const parted = (from: number, to: number): boolean => (commas[to] ?? 0) > (commas[from] ?? 0);
  if (!parted(before, one) || !parted(one, two)) return;
  heads[one] = before;
  relations[one] = appos;
}

/**
 * “drew attention to those who [live] there and [called] on all to help”, “said it [would] be fair and [asked] for more”: a past
 * goes on with the past above it. Behind a comma (“Belarus, which borders Ukraine and attacked …”) tenses may change.
 */
function mendTense(draft: Draft, { commas, modal, subject }: Places, at: number): void {
  const { heads, xpos } = draft;
  const head = heads[at] ?? NONE;
  if (head < 0 || head > at || xpos[at - 1] !== "CC" || subject[at] === 1) return;
  const [own, its] = [tenseOf(xpos[at]), tenseOf(xpos[head])];
  if (own === null) return;
  const antecedent = heads[head] ?? NONE;
  const apart = antecedent < 0 || (commas[head] ?? 0) > (commas[antecedent] ?? 0);
  const relative = isNamed(draft, head, "acl:relcl") && its !== null && its !== own && !apart;
  if (!relative && !(isNamed(draft, head, "ccomp") && modal[head] === 1)) return;
  let above = antecedent;
  for (let steps = 0; above >= 0 && steps < MOST_CLIMB; above = heads[above] ?? NONE, steps++)
    if (tenseOf(xpos[above]) === own && above < head) {
      heads[at] = above;
      return;
    }
}

function tenseOf(tag: string | undefined): "past" | "present" | null {
  return tag === "VBD" ? "past" : tag === "VBP" || tag === "VBZ" ? "present" : null;
}

function isNamed({ relations, names }: Draft, at: number, wanted: string): boolean {
  const name = names[relations[at] ?? NONE] ?? "";
  return name === wanted || name.startsWith(`${wanted}:`);
}
