import type { CueContext } from "./cue-features.js";
import { entryOf } from "./cue-features.js";
import { type FeatureList, hashText, join } from "./hashing.js";
import type { Node, Scene } from "./scene.js";

/** Longest way through the tree that is told step by step. */
const STEPS = 5;

/** How a piece is reached from the cue through the tree. */
interface Way {
  /** All steps, as one hash. */
  readonly path: number;
  /** First step down to the branch that holds the piece, with the steps up before it. */
  readonly branch: number;
  /** Head of that branch; the cue itself for the cue. */
  readonly head: number;
  readonly length: number;
}

/** The ways from a cue to every piece of its scene. */
export function waysFrom(cue: number, { nodes }: Scene): readonly Way[] {
  const ways: (Way | undefined)[] = nodes.map(() => undefined);
  let up = 1;
  let steps = 0;
  for (let at = cue; at >= 0; at = nodes[at]?.parent ?? -1) {
    ways[at] = { path: up, branch: up, head: at, length: steps };
    up = join(up, join(nodes[at]?.relationHash ?? 0, 7));
    steps += 1;
  }
  const none: Way = { path: 0, branch: 0, head: -1, length: 99 };
  const wayTo = (index: number): Way => {
    const known = ways[index];
    if (known !== undefined) return known;
    const node = nodes[index];
    if (node === undefined || node.parent < 0) {
      ways[index] = none;
      return none;
    }
    const above = wayTo(node.parent);
    const fresh = above.head === node.parent && above.branch === above.path;
    const path = above.length >= STEPS + 4 ? above.path : join(above.path, join(node.relationHash, 13));
    const way: Way =
      above === none
        ? none
        : {
            path,
            branch: fresh ? path : above.branch,
            head: fresh ? index : above.head,
            length: above.length + 1,
          };
    ways[index] = way;
    return way;
  };
  return nodes.map((_, index) => wayTo(index));
}

/** What all pieces share for one cue. */
export interface ArgumentContext extends CueContext {
  readonly cue: number;
  readonly ways: readonly Way[];
}

/** Writes what speaks for a piece's being part of the cue's source or content. */
export function argumentFeatures(at: number, context: ArgumentContext, out: FeatureList): void {
  const { scene, cue, ways } = context;
  const node = scene.nodes[at];
  const cueNode = scene.nodes[cue];
  const way = ways[at];
  if (node === undefined || cueNode === undefined || way === undefined) return;
  out.clear();
  const side = Math.sign(at - cue);
  const head = scene.nodes[way.head];
  out.add(100, side);
  out.add(101, way.path);
  out.add(102, way.path, cueNode.tagHash);
  out.add(103, way.branch, side);
  out.add(104, way.branch, head?.tagHash ?? 0);
  out.add(105, way.branch, hashText(head?.actor ?? ""));
  out.add(106, way.branch, cueNode.lemmaHash);
  out.add(107, way.branch, hashText(cueNode.upos));
  out.add(108, way.branch, markerBelow(head, scene), side);
  out.add(109, way.branch, Math.min(way.length, 6));
  out.add(110, distance(at - cue));
  out.add(111, distance(at - cue), hashText(cueNode.upos));
  wordFeatures(at, context, way, out);
  ruleFeatures(at, context, out);
}

function distance(d: number): number {
  const far = Math.abs(d);
  const bucket = far < 5 ? far : far < 8 ? 5 : far < 12 ? 6 : far < 20 ? 7 : far < 35 ? 8 : 9;
  return d < 0 ? -bucket : bucket;
}

function markerBelow(head: Node | undefined, { nodes }: Scene): number {
  for (const index of head?.children ?? []) {
    const word = nodes[index];
    if (word !== undefined && (word.relation === "case" || word.relation === "mark")) return word.lowerHash;
  }
  return 0;
}

function wordFeatures(at: number, { scene, cue, lexicon }: ArgumentContext, way: Way, out: FeatureList): void {
  const { nodes } = scene;
  const node = nodes[at];
  const cueNode = nodes[cue];
  if (node === undefined || cueNode === undefined) return;
  const side = Math.sign(at - cue);
  const [before, after] = [nodes[at - 1], nodes[at + 1]];
  out.add(120, node.lowerHash, side);
  out.add(121, node.tagHash, side);
  out.add(122, node.tagHash, way.branch);
  out.add(123, before?.tagHash ?? 0, node.tagHash, side);
  out.add(124, node.tagHash, after?.tagHash ?? 0, side);
  out.add(125, node.lowerHash, way.branch);
  out.add(126, before?.lowerHash ?? 0, side);
  out.add(127, after?.lowerHash ?? 0, side);
  out.add(128, node.relationHash, nodes[node.parent]?.tagHash ?? 0, side);
  out.add(129, hashText(node.actor), side);
  const entry = entryOf(cueNode, lexicon);
  out.add(130, hashText(entry?.act ?? "none"), way.branch);
  if (node.upos === "QUOTE") {
    out.add(131, Math.sign(at - cue), Math.min(Math.abs(at - cue), 4), hashText(cueNode.upos));
    out.add(132, cueNode.lemmaHash, side);
  }
  out.add(133, between(at, cue, scene), side, hashText(cueNode.upos));
}

/** The marks between a piece and the cue. */
function between(at: number, cue: number, { nodes }: Scene): number {
  const [from, to] = at < cue ? [at + 1, cue] : [cue + 1, at];
  let commas = 0;
  let others = 0;
  for (let i = from; i < to && i < from + 60; i++) {
    const lower = nodes[i]?.piece.lower;
    if (lower === ",") commas++;
    else if (lower === ":" || lower === ";" || lower === "." || lower === "—" || lower === "–") others |= 1;
    else if (nodes[i]?.upos === "QUOTE") others |= 2;
  }
  return Math.min(commas, 3) * 4 + others;
}

function ruleFeatures(at: number, { proposal, scene, ways }: ArgumentContext, out: FeatureList): void {
  const tag = scene.nodes[at]?.tagHash ?? 0;
  if (proposal === null) {
    out.add(140);
    return;
  }
  const { draft, content } = proposal;
  const place = (range: readonly [number, number] | null): number => {
    if (range === null) return 0;
    if (at < range[0]) return at === range[0] - 1 ? 1 : 2;
    if (at > range[1]) return at === range[1] + 1 ? 3 : 4;
    return at === range[0] ? 5 : at === range[1] ? 6 : 7;
  };
  const [source, held] = [place(draft.source), place(content)];
  const frame = Math.round(draft.confidence * 100);
  out.add(141, source, held);
  out.add(142, source, held, frame);
  out.add(143, source, held, tag);
  out.add(144, source, held, ways[at]?.branch ?? 0);
  out.add(145, source, held, scene.nodes[at]?.lowerHash ?? 0);
}
