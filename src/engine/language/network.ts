import { createKernel } from "./create-kernel.js";
import type { Kernel } from "./kernel.js";
import { Layer, openWeights } from "./linear.js";
import type { LanguageModel } from "./model.js";
import { readBothWays } from "./recurrent.js";
import { bestTree } from "./tree-search.js";
import { openWordInputs, type WordInputs } from "./word-inputs.js";

const LAYERS = [
  "first.in",
  "first.forward",
  "first.backward",
  "tags",
  "second.in",
  "second.forward",
  "second.backward",
  "attach",
  "arc",
  "rel",
] as const;
type LayerName = (typeof LAYERS)[number];

// Inputs of words seen before are kept: in news about three words in four. 4 KB each.
const KEPT_WORDS = 4096;
const LONGEST = 400; // words; arcs are scored for each pair
const LEAK = 0.1; // of the rectifier, as trained

/** The input's part of a word's gates, forward and backward. */
type BothGates = readonly [Float32Array, Float32Array];

/** Tags of a sentence, and what the tree part needs to go on from them. */
export interface Tagged {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** First layer's output, both ways, as whole numbers. */
  readonly states: Int16Array;
}

/** Heads (-1 for the root) and relations of a sentence. */
export interface Parsed {
  readonly heads: Int16Array;
  readonly relations: Uint8Array;
}

/**
 * The trained network: a recurrent layer over the words gives the tags; a second one, when a tree is asked for, gives
 * vectors of each word as dependent and as head. Source of the scoring: Dozat and Manning 2017.
 */
export class Network {
  /** Names of the relations, by the numbers in `Parsed.relations`. */
  readonly relationNames: readonly string[];
  private readonly upos: readonly string[];
  private readonly xpos: readonly string[];
  private readonly inputs: WordInputs;
  private readonly layers: Readonly<Record<LayerName, Layer>>;
  private readonly kernel: Kernel;
  private readonly rootArc: Float32Array;
  private readonly known = new Map<string, BothGates>();

  constructor(model: LanguageModel, simd: boolean) {
    const names = (section: string): string[] => model.text(section).split("\n");
    [this.upos, this.xpos, this.relationNames] = [
      names("labels.upos"),
      names("labels.xpos"),
      names("labels.relations"),
    ];
    this.inputs = openWordInputs(model);
    const weights = LAYERS.map((name) => openWeights(model, name));
    this.kernel = createKernel(weights, simd);
    const layer = (name: LayerName): Layer => {
      const place = LAYERS.indexOf(name);
      return new Layer(this.kernel, place, weights[place]?.rows ?? 0, weights[place]?.columns ?? 0);
    };
    this.layers = {
      "first.in": layer("first.in"),
      "first.forward": layer("first.forward"),
      "first.backward": layer("first.backward"),
      tags: layer("tags"),
      "second.in": layer("second.in"),
      "second.forward": layer("second.forward"),
      "second.backward": layer("second.backward"),
      attach: layer("attach"),
      arc: layer("arc"),
      rel: layer("rel"),
    };
    this.rootArc = model.float32("root.arc");
  }

  tag(forms: readonly string[]): Tagged {
    const { layers } = this;
    const gates = forms.map((form) => this.gatesOf(form));
    const states = this.read(
      "first",
      (word, direction) => gates[word]?.[direction] ?? this.kernel.addends,
      forms.length,
    );
    const scores = new Float32Array(forms.length * layers.tags.rows);
    layers.tags.applyAll(states, forms.length, scores);
    const pick =
      (tags: readonly string[], at: number) =>
      (_: string, i: number): string =>
        tags[argmax(scores, i * layers.tags.rows + at, tags.length)] ?? "X";
    return { upos: forms.map(pick(this.upos, 0)), xpos: forms.map(pick(this.xpos, this.upos.length)), states };
  }

  parse({ states, upos }: Tagged): Parsed {
    const words = upos.length;
    const { layers } = this;
    const gates = layers["second.in"].rows / 2;
    const projected = new Float32Array(2 * gates * words);
    layers["second.in"].applyAll(states, words, projected);
    const at = (word: number, direction: number): number => (2 * word + direction) * gates;
    const second = this.read("second", (w, d) => projected.subarray(at(w, d), at(w, d) + gates), words);
    const vectors = new Float32Array(words * layers.attach.rows);
    layers.attach.applyAll(second, words, vectors);
    for (let k = 0; k < vectors.length; k++) if ((vectors[k] ?? 0) < 0) vectors[k] = (vectors[k] ?? 0) * LEAK;
    const heads = this.headsOf(vectors, words);
    const relations = this.relationsOf(vectors, words, heads);
    return { heads: Int16Array.from({ length: words }, (_, i) => (heads[i + 1] ?? 0) - 1), relations };
  }

  /** Heads of all words, 0 for the root. A longer text than any sentence is parsed in parts that hang on the first. */
  private headsOf(vectors: Float32Array, words: number): Int32Array {
    const { rows } = this.layers.attach;
    const heads = new Int32Array(words + 1);
    let root = 0;
    for (let from = 0; from < words; from += LONGEST) {
      const part = vectors.subarray(from * rows, Math.min(words, from + LONGEST) * rows);
      const tree = bestTree(this.arcScores(part, part.length / rows), part.length / rows + 1);
      for (let i = 1; i < tree.length; i++) heads[from + i] = tree[i] === 0 ? root : from + (tree[i] ?? 0);
      if (from === 0) root = tree.indexOf(0, 1);
    }
    return heads;
  }

  private read(
    layer: "first" | "second",
    gatesOf: (word: number, direction: 0 | 1) => Float32Array,
    words: number,
  ): Int16Array {
    const [forward, backward] = [this.layers[`${layer}.forward`], this.layers[`${layer}.backward`]];
    return readBothWays(this.kernel, gatesOf, words, {
      forward: forward.place,
      backward: backward.place,
      size: forward.columns,
    });
  }

  /** Rows of `vectors`: as dependent and as head in arcs, then the same in relations. */
  private arcScores(vectors: Float32Array, words: number): Float64Array {
    const { arc, attach } = this.layers;
    const size = arc.columns;
    const scores = new Float64Array((words + 1) ** 2);
    for (let d = 0; d < words; d++) {
      const from = d * attach.rows;
      const wanted = arc.apply(vectors.subarray(from, from + size));
      const row = (d + 1) * (words + 1);
      scores[row] = dot(wanted, this.rootArc, 0, size);
      for (let h = 0; h < words; h++) scores[row + h + 1] = dot(wanted, vectors, h * attach.rows + size, size);
    }
    return scores;
  }

  private relationsOf(vectors: Float32Array, words: number, heads: Int32Array): Uint8Array {
    const { arc, attach, rel } = this.layers;
    const size = rel.columns / 3;
    const at = 2 * arc.columns;
    const both = new Float32Array(rel.columns);
    const root = this.relationNames.indexOf("root");
    return Uint8Array.from({ length: words }, (_, i) => {
      const head = heads[i + 1] ?? 0;
      if (head === 0) return root;
      for (let k = 0; k < size; k++) {
        const own = vectors[i * attach.rows + at + k] ?? 0;
        const other = vectors[(head - 1) * attach.rows + at + size + k] ?? 0;
        both[k] = own;
        both[size + k] = other;
        both[2 * size + k] = own * other;
      }
      const scores = rel.apply(both);
      scores[root] = Number.NEGATIVE_INFINITY;
      return argmax(scores, 0, this.relationNames.length);
    });
  }

  /** The first layer's gates, as far as the word alone decides. */
  private gatesOf(form: string): BothGates {
    const kept = this.known.get(form);
    if (kept !== undefined) return kept;
    const input = new Float32Array(this.inputs.width);
    this.inputs.write(form, input);
    const { rows } = this.layers["first.in"];
    const gates = this.layers["first.in"].apply(input);
    const both = [gates.slice(0, rows / 2), gates.slice(rows / 2, rows)] as const;
    if (this.known.size >= KEPT_WORDS) this.known.clear();
    this.known.set(form, both);
    return both;
  }
}

function argmax(scores: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let k = 1; k < count; k++) if ((scores[from + k] ?? 0) > (scores[from + best] ?? 0)) best = k;
  return best;
}

/** In four sums, which a processor can carry on at once; `size` is a multiple of 16. */
function dot(a: Float32Array, b: Float32Array, from: number, size: number): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let k = 0; k < size; k += 4) {
    p += (a[k] ?? 0) * (b[from + k] ?? 0);
    q += (a[k + 1] ?? 0) * (b[from + k + 1] ?? 0);
    r += (a[k + 2] ?? 0) * (b[from + k + 2] ?? 0);
    s += (a[k + 3] ?? 0) * (b[from + k + 3] ?? 0);
  }
  return p + q + (r + s);
}
