import { argmax, attachVectors, headsOf, relationsOf, type TreeLayers } from "./attachments.js";
import { createKernel } from "./create-kernel.js";
import type { Kernel } from "./kernel.js";
import { Layer, openWeights } from "./linear.js";
import { mendTree } from "./mended.js";
import type { LanguageModel } from "./model.js";
import { readBothWays } from "./recurrent.js";
import { PLACES, Room } from "./room.js";
import type { Memories } from "./wasm-memory.js";
import { openWordInputs, type WordInputs } from "./word-inputs.js";

const MATRICES = [
  ...["first.in", "first.forward", "first.backward", "tags"],
  ...["second.in", "second.forward", "second.backward", "attach", "arc", "rel"],
];

// Inputs of words seen before are kept, 4 KB each: in news about nine words in ten. Twice as many stay, of two ages.
const KEPT_WORDS = 3072;

/** The input's part of a word's gates, forward, then backward. */
type BothGates = Float32Array;

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
  /** Second layer's output, both ways, as whole numbers. */
  readonly states: Int16Array;
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
  private readonly kernel: Kernel;
  private readonly layers: ReadonlyMap<string, Layer>;
  private readonly trees: TreeLayers;
  private readonly room = new Room();
  /** Words of late, and those before them: what is used again stays. */
  private known = new Map<string, BothGates>();
  private older = new Map<string, BothGates>();

  constructor(model: LanguageModel, simd: boolean, memories?: Memories) {
    const names = (section: string): string[] => model.text(`labels.${section}`).split("\n");
    [this.upos, this.xpos, this.relationNames] = [names("upos"), names("xpos"), names("relations")];
    this.inputs = openWordInputs(model);
    const weights = MATRICES.map((name) => openWeights(model, name));
    const kernel = createKernel(weights, simd, memories);
    this.kernel = kernel;
    this.layers = new Map(weights.map((w, i) => [MATRICES[i] ?? "", new Layer(kernel, i, w.rows, w.columns)]));
    const [attach, arc, rel] = [this.layer("attach"), this.layer("arc"), this.layer("rel")];
    this.trees = { attach, arc, rel, root: model.float32("root.arc"), kernel, room: this.room };
  }

  /** Whether a word is in the list of those that have vectors. */
  hasWord(word: string): boolean {
    return this.inputs.rowOf(word) >= 0;
  }

  tag(forms: readonly string[]): Tagged {
    const gates = this.gatesOf(forms);
    const into = this.kernel.gates;
    const write = (from: number, count: number): void => {
      for (let w = 0; w < count; w++) {
        const own = gates[from + w];
        if (own !== undefined) into.set(own, w * own.length); // every word has gates
      }
    };
    const states = this.read("first", write, forms.length);
    const tags = this.layer("tags");
    const scores = this.room.take(PLACES.scores, forms.length * tags.rows);
    tags.applyAll(states, forms.length, scores);
    const pick = (names: readonly string[], at: number): string[] =>
      forms.map((_, i) => names[argmax(scores, i * tags.rows + at, names.length)] ?? "X");
    return { upos: pick(this.upos, 0), xpos: pick(this.xpos, this.upos.length), states };
  }

  parse({ states, xpos }: Tagged): Parsed {
    const words = xpos.length;
    const input = this.layer("second.in");
    const write = (from: number, count: number): void => {
      const some = states.subarray(from * input.columns, (from + count) * input.columns);
      input.applyAll(some, count, this.kernel.gates);
    };
    const second = this.read("second", write, words);
    const vectors = attachVectors(second, words, this.trees);
    const heads = headsOf(vectors, words, this.trees);
    const relations = relationsOf(vectors, heads, this.trees, this.relationNames, xpos);
    const above = new Int16Array(words);
    for (let i = 0; i < words; i++) above[i] = (heads[i + 1] ?? 0) - 1;
    mendTree({ heads: above, relations, names: this.relationNames, xpos });
    return { heads: above, relations, states: second };
  }

  private layer(name: string): Layer {
    const layer = this.layers.get(name);
    if (layer === undefined) throw new RangeError(`no layer ${name}`);
    return layer;
  }

  private read(name: "first" | "second", writeGates: (from: number, count: number) => void, words: number): Int16Array {
    const [forward, backward] = [this.layer(`${name}.forward`), this.layer(`${name}.backward`)];
    const layer = { forward: forward.place, backward: backward.place, size: forward.columns };
    return readBothWays(this.kernel, writeGates, words, layer);
  }

  /** The first layer's gates of each word, as far as the word alone decides. */
  private gatesOf(forms: readonly string[]): readonly (BothGates | undefined)[] {
    if (forms.length > KEPT_WORDS) return forms.map((form) => this.gatesOf([form])[0]);
    if (this.known.size + forms.length > KEPT_WORDS) [this.older, this.known] = [this.known, new Map()];
    const unseen = new Set<string>();
    for (const form of forms) {
      if (this.known.has(form)) continue;
      const kept = this.older.get(form);
      if (kept === undefined) unseen.add(form);
      else this.known.set(form, kept);
    }
    this.learn([...unseen]);
    return forms.map((form) => this.known.get(form));
  }

  private learn(forms: readonly string[]): void {
    if (forms.length === 0) return;
    const first = this.layer("first.in");
    const width = this.inputs.width;
    const inputs = new Float32Array(forms.length * width);
    forms.forEach((form, i) => {
      this.inputs.write(form, inputs.subarray(i * width, (i + 1) * width));
    });
    const gates = new Float32Array(forms.length * first.rows);
    first.applyEach(inputs, width, forms.length, gates);
    forms.forEach((form, i) => {
      this.known.set(form, gates.slice(i * first.rows, (i + 1) * first.rows));
    });
  }
}
