import type { Mention } from "../actors/types.js";
import { ancestors, subtree } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { agentsAt } from "./agents.js";
import { argumentsOf } from "./arguments.js";
import { type Clause, coordinated, isParty, mentionAt, partiesAt } from "./clause.js";
import { isSpoken, type Setting } from "./code.js";
import { foreignTo, sides } from "./known.js";
import { isOwn } from "./wider.js";

/** Two sides that the model is asked about: who they are, and the tokens that head them. */
export interface Pair {
  readonly actor: readonly number[];
  readonly recipient: readonly number[];
  readonly source: number;
  readonly target: number;
}

const MOST_TARGETS = 3; // parties of a predicate that are asked about

/** Who acts, with each of the first parties after that among the predicate's arguments; or who act together. */
export function pairsAt(clause: Clause, token: Token, setting: Setting): readonly Pair[] {
  const args = argumentsOf(clause, token.index);
  const antecedent = (pronoun: string, at: number): readonly number[] =>
    setting.antecedent(pronoun, clause.sentence.index, at);
  const { parties } = agentsAt(clause, args.agent, setting.lexicon, antecedent);
  const source = args.agent;
  if (source === null || parties.length === 0) return [];
  if (isSpoken({ clause, args, trigger: token.index }, setting)) return [];
  const received = setting.lexicon.light.get(token.lemma.toLowerCase())?.voice === "passive" && !args.passive;
  const pairs = targetsOf(clause, token.index, source, setting).flatMap((mention) => {
    const named = [...new Set([...mention.actors, ...partiesAt(clause, mention.head)])]; // “between India and Pakistan”
    const wanted = named.filter((a) => isParty(clause.actors, a) && !parties.includes(a));
    const recipient = foreignTo(clause, parties, wanted);
    if (recipient.length === 0) return [];
    const pair = { actor: parties, recipient, source, target: mention.head };
    return received && FROM.has(markOf(clause, mention)) ? [turned(pair)] : [pair];
  });
  return pairs.length > 0 ? pairs.slice(0, MOST_TARGETS) : together(clause, source, parties);
}

/** “received 200 million dollars from …”: from whom something is received acts. */
const turned = ({ actor, recipient, source, target }: Pair): Pair => ({
  actor: recipient,
  recipient: actor,
  source: target,
  target: source,
});
const FROM: ReadonlySet<string> = new Set(["from", "by"]);

/** The preposition before a mention and its article, empty where there is none. */
function markOf({ tokens }: Clause, { first }: Mention): string {
  const at = tokens[first - 1]?.upos === "DET" ? first - 2 : first - 1;
  return tokens[at]?.lower ?? "";
}

/** Mentions under a predicate that are not part of who acts, nor forces and envoys of its own. */
function targetsOf(clause: Clause, predicate: number, source: number, setting: Setting): readonly Mention[] {
  const under = subtreeOf(clause, predicate);
  const acting = new Set(subtree(clause.sentence, source).filter((t) => t < predicate === source < predicate));
  return clause.mentions.filter(
    ({ head, first, last, actors }) =>
      under.has(head) &&
      !acting.has(head) &&
      !isOwnForce(clause, head, setting) &&
      !standsOnEdge(clause, head, setting) &&
      !(first <= source && source <= last) &&
      !actors.every((a) => clause.actors.actors[a]?.sector[0] === "JRN"), // “told reporters that …”
  );
}

/** “discuss the border on the sidelines of a [Panama] summit”: where it is done, not with whom. */
export function standsOnEdge({ tree, tokens }: Clause, head: number, { lexicon }: Setting): boolean {
  const isEdge = (at: number): boolean =>
    lexicon.classes.get(tokens[at]?.lemma.toLowerCase() ?? "")?.has("edge") === true;
  return ancestors(tree, head).some((at) => isEdge(at) && tree.relation(at) === "obl");
}

/** “Syria and Israel have fired across the line”: the first two of several sides that act. */
function together(clause: Clause, source: number, parties: readonly number[]): readonly Pair[] {
  const target = coordinated(clause, source).find((head) => head !== source && mentionAt(clause, head) !== null);
  if (target === undefined || sides(clause, parties) < 2) return [];
  return [{ actor: parties, recipient: [], source, target }];
}

/** “recalled its envoy”, “withdrew its troops”: those by whom it is done. */
function isOwnForce(clause: Clause, head: number, { lexicon }: Setting): boolean {
  const classes = lexicon.classes.get(clause.tokens[head]?.lemma.toLowerCase() ?? "");
  return isOwn(clause, head) && (classes?.has("diplomat") === true || classes?.has("troops") === true);
}

/** Tokens under a predicate, without those of clauses coordinated with it and of relative ones. */
function subtreeOf({ tree }: Clause, predicate: number): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = [predicate];
  for (let at = queue.pop(); at !== undefined; at = queue.pop())
    for (const child of tree.children(at)) {
      if (tree.relation(child) === "conj" && at === predicate) continue;
      // “supplies two fifths of the gas that Japan burns”: what a clause tells of the object is another story
      if (["parataxis", "acl:relcl"].includes(tree.relation(child)) || found.has(child)) continue;
      found.add(child);
      queue.push(child);
    }
  return found;
}
