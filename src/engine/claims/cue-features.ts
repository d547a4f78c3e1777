import { type FeatureList, hashText, join } from "./hashing.js";
import type { ClaimLexicon, CueEntry } from "./lexicon.js";
import type { Proposal } from "./proposals.js";
import type { Node, Scene } from "./scene.js";

/** What is known of a possible cue besides its words. */
export interface CueContext {
  readonly scene: Scene;
  readonly lexicon: ClaimLexicon;
  /** What the rules make of it. */
  readonly proposal: Proposal | null;
  /** Whether a rule's content holds it. */
  readonly nested: boolean;
}

/** Parts of speech a cue can have. */
const CUES: ReadonlySet<string> = new Set(["VERB", "NOUN", "ADJ", "ADP", "ADV", "AUX", "PROPN", "SCONJ", "PART"]);

/** Whether a piece may be a cue at all. */
export function maybeCue(node: Node): boolean {
  return CUES.has(node.upos) || node.piece.lower === ":";
}

const hash = (text: string): number => hashText(text);
const SUBJECTS: ReadonlySet<string> = new Set(["nsubj", "nsubj:pass", "csubj", "nmod:poss", "obl:agent"]);
const COMPLEMENTS: ReadonlySet<string> = new Set(["ccomp", "xcomp", "acl", "parataxis", "advcl", "obj", "obl", "nmod"]);

/** Writes what speaks for or against a piece's being a cue. */
export function cueFeatures(at: number, context: CueContext, out: FeatureList): void {
  const { scene } = context;
  const node = scene.nodes[at];
  if (node === undefined) return;
  out.clear();
  out.add(1);
  wordFeatures(node, context, out);
  neighbourFeatures(at, scene, out);
  treeFeatures(node, context, out);
  ruleFeatures(node, context, out);
}

function wordFeatures(node: Node, { lexicon }: CueContext, out: FeatureList): void {
  out.add(2, node.lemmaHash);
  out.add(3, node.lemmaHash, node.tagHash);
  out.add(4, node.tagHash, node.relationHash);
  out.add(5, node.lemmaHash, node.relationHash);
  const entry = entryOf(node, lexicon);
  if (entry === undefined) out.add(9, hash(node.upos));
  else {
    out.add(10, hash(entry.act), hash(node.upos));
    for (const frame of entry.frames) out.add(11, hash(frame));
  }
}

/** The lexicon's row for a piece by its part of speech. */
export function entryOf(node: Node, lexicon: ClaimLexicon): CueEntry | undefined {
  if (node.upos === "VERB" || node.upos === "AUX")
    return lexicon.verbs.get(node.piece.lower)?.find(({ entry }) => entry.particle.length === 0)?.entry;
  if (node.upos === "NOUN") return lexicon.nouns.get(node.piece.lower);
  return lexicon.adjectives.get(node.piece.lower);
}

function neighbourFeatures(at: number, { nodes, unit }: Scene, out: FeatureList): void {
  const around = (offset: number): Node | undefined => nodes[at + offset];
  for (const offset of [-2, -1, 1, 2]) {
    const node = around(offset);
    out.add(20 + offset, node?.lowerHash ?? 0);
    out.add(25 + offset, node?.tagHash ?? 0);
  }
  out.add(30, around(-1)?.tagHash ?? 0, nodes[at]?.tagHash ?? 0, around(1)?.tagHash ?? 0);
  out.add(31, nodes[at]?.lemmaHash ?? 0, around(1)?.lowerHash ?? 0);
  out.add(32, unit.depth);
  const left = nodes.slice(0, at).some((n) => n.upos === "QUOTE");
  const right = nodes.slice(at + 1).some((n) => n.upos === "QUOTE");
  out.add(33, left ? 1 : 0, right ? 1 : 0, hash(nodes[at]?.upos ?? ""));
  out.add(34, Math.min(at, 6), Math.min(Math.ceil(nodes.length / 6), 8));
}

function treeFeatures(node: Node, { scene, lexicon }: CueContext, out: FeatureList): void {
  const parent = scene.nodes[node.parent];
  out.add(40, parent?.lemmaHash ?? 0, node.relationHash);
  out.add(41, hash(parent?.upos ?? "none"), node.relationHash);
  let subject = hash("none");
  let complement = hash("none");
  for (const index of node.children) {
    const child = scene.nodes[index];
    if (child === undefined) continue;
    const marker = markerOf(child, scene);
    out.add(43, child.relationHash, hash(child.upos));
    out.add(44, child.relationHash, marker);
    out.add(45, node.lemmaHash, child.relationHash, marker);
    if (child.relation.startsWith("aux") || child.relation === "cop" || child.relation === "compound")
      out.add(47, child.relationHash, child.lemmaHash);
    if (child.relation === "obj" || child.relation === "advmod") {
      out.add(48, child.relationHash, child.lemmaHash);
      out.add(49, node.lemmaHash, child.lemmaHash);
    }
    if (SUBJECTS.has(child.relation)) {
      subject = join(child.relationHash, subjectKind(child, lexicon));
      out.add(51, subject);
      out.add(52, child.lemmaHash, child.relationHash);
      out.add(54, node.lemmaHash, subjectKind(child, lexicon));
    }
    if (COMPLEMENTS.has(child.relation)) complement = join(join(child.relationHash, marker), complement);
  }
  out.add(55, subject, complement);
  out.add(56, complement, hash(node.upos));
  out.add(57, node.lemmaHash, complement);
}

/** The word that links a dependent: its preposition or conjunction, or “to”. */
function markerOf(child: Node, { nodes }: Scene): number {
  for (const index of child.children) {
    const word = nodes[index];
    if (word !== undefined && (word.relation === "case" || word.relation === "mark")) return word.lowerHash;
  }
  return 0;
}

function subjectKind(node: Node, lexicon: ClaimLexicon): number {
  if (lexicon.persons.has(node.lemma)) return hash("person noun");
  return join(hash(node.upos), hash(node.actor));
}

function ruleFeatures(node: Node, { proposal, nested, scene }: CueContext, out: FeatureList): void {
  out.add(70, nested ? 1 : 0, hash(node.upos));
  if (proposal === null) {
    out.add(71, hash(node.upos));
    return;
  }
  const { draft, content } = proposal;
  const frame = Math.round(draft.confidence * 100);
  const first = scene.nodes[draft.source?.[1] ?? -1];
  const source = draft.source === null ? 0 : join(hash(first?.upos ?? ""), hash(first?.actor ?? ""));
  out.add(72, frame, hash(draft.act));
  out.add(73, frame, node.lemmaHash);
  out.add(74, frame, source);
  out.add(75, source, hash(draft.act));
  out.add(76, Math.min(content[1] - content[0], 8), frame);
  out.add(77, hash(draft.kind), hash(draft.act));
}
