import type { LanguageModel } from "../../language/model.js";
import type { Memories } from "../../language/wasm-memory.js";
import { openProduct, type Product, rowsOf } from "./dense.js";
import { addSoftmax } from "./mix.js";

/**
 * The layer that tells an event together with its code in the manual's habit, from a pair's features and from what the
 * networks score for it. Trained by `train/events/codes.py`.
 */
export class CodeLayer {
  /** “EVENT code” each. */
  readonly labels: readonly string[];
  /** From the networks' scores to the labels. */
  private readonly product: Product;
  private readonly inputs: Float64Array;
  private readonly bias: Float32Array;
  /** Where each feature's weights begin; the last is their number. */
  private readonly starts: Int32Array;
  private readonly classes: Uint8Array;
  private readonly values: Int8Array;
  /** What a step of `values` is worth, by label. */
  private readonly worths: Float32Array;

  constructor(model: LanguageModel, memories?: Memories) {
    this.labels = model.text("codes.labels").split("\n");
    this.product = openProduct(rowsOf(model, "codes.scores"), memories);
    this.inputs = new Float64Array(model.shape("codes.scores")[0] ?? 0);
    this.bias = model.float32("codes.bias");
    this.classes = model.uint8("codes.classes");
    this.values = model.int8("codes.values");
    this.worths = model.float32("codes.worths");
    const counts = model.uint8("codes.counts");
    this.starts = new Int32Array(counts.length + 1);
    for (let id = 0; id < counts.length; id++) this.starts[id + 1] = (this.starts[id] ?? 0) + (counts[id] ?? 0);
  }

  /**
   * Probabilities in the order of `labels`.
   *
   * @param networks Each network's scores; of each the first are read, as many as in training.
   * @param ids The pair's features, -1 for one that the model does not know; the first `split` come from the tree and the frames.
   */
  score(networks: readonly Float64Array[], ids: readonly number[], split: number): Float64Array {
    const each = this.inputs.length / networks.length;
    for (const [i, scores] of networks.entries()) this.inputs.set(scores.subarray(0, each), i * each);
    const sum = Float64Array.from(this.bias);
    this.product(this.inputs, sum);
    this.addFeatures(ids, 0, split, sum);
    this.addFeatures(ids, split, ids.length, sum);
    const chances = new Float64Array(sum.length);
    addSoftmax(sum, 0, sum.length, 1, chances);
    return chances;
  }

  /** Adds the weights of the features from one on and up to another, divided by the root of the number of known ones. */
  private addFeatures(ids: readonly number[], from: number, to: number, sum: Float64Array): void {
    let known = 0;
    for (let i = from; i < to; i++) if ((ids[i] ?? -1) >= 0) known++;
    const share = 1 / Math.sqrt(Math.max(1, known));
    for (let i = from; i < to; i++) {
      const id = ids[i] ?? -1;
      if (id < 0) continue;
      const end = this.starts[id + 1] ?? 0;
      for (let at = this.starts[id] ?? 0; at < end; at++) {
        const k = this.classes[at] ?? 0;
        sum[k] = (sum[k] ?? 0) + share * (this.worths[k] ?? 0) * (this.values[at] ?? 0);
      }
    }
  }
}
