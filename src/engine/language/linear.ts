import { BATCH, INPUT_LIMIT, type Kernel, type Weights } from "./kernel.js";
import type { LanguageModel } from "./model.js";

/** Opens the matrix `name` with `name.scales` and `name.bias`. */
export function openWeights(model: LanguageModel, name: string): Weights {
  const [rows = 0, columns = 0] = model.shape(name);
  return {
    values: model.int8(name),
    rows,
    columns,
    scales: model.float32(`${name}.scales`),
    bias: model.float32(`${name}.bias`),
  };
}

/** Writes the `count` numbers of `x` from `from` on as whole numbers up to `INPUT_LIMIT` to `out` from `to` on, and returns the worth of one. */
export function quantise(x: Float32Array, from: number, count: number, out: Int16Array, to: number): number {
  let most = 0;
  for (let k = from; k < from + count; k++) {
    const size = Math.abs(x[k] ?? 0);
    if (size > most) most = size;
  }
  if (most === 0) {
    out.fill(0, to, to + count);
    return 0;
  }
  const scale = most / INPUT_LIMIT;
  for (let k = 0; k < count; k++) out[to + k] = Math.round((x[from + k] ?? 0) / scale);
  return scale;
}

/** A matrix at its place in a kernel. */
export class Layer {
  constructor(
    private readonly kernel: Kernel,
    readonly place: number,
    readonly rows: number,
    readonly columns: number,
  ) {}

  /** Multiplies `count` vectors of real numbers, vector v from v · `stride` on in `x`; v's rows go to `out` from v · rows on. */
  applyEach(x: Float32Array, stride: number, count: number, out: Float32Array): void {
    const { kernel, columns } = this;
    for (let from = 0; from < count; from += BATCH) {
      const some = Math.min(BATCH, count - from);
      for (let v = 0; v < some; v++)
        kernel.worths[v] = quantise(x, (from + v) * stride, columns, kernel.input, v * columns);
      this.project(from, some, out);
    }
  }

  /** Multiplies `count` vectors of whole numbers, each worth 1 / `INPUT_LIMIT`; vector v's rows go to `out` from v · rows on. */
  applyAll(x: Int16Array, count: number, out: Float32Array): void {
    const { kernel, columns } = this;
    for (let from = 0; from < count; from += BATCH) {
      const some = Math.min(BATCH, count - from);
      kernel.input.set(x.subarray(from * columns, (from + some) * columns));
      kernel.worths.fill(1 / INPUT_LIMIT);
      this.project(from, some, out);
    }
  }

  private project(from: number, count: number, out: Float32Array): void {
    this.kernel.project(this.place, count);
    out.set(this.kernel.output.subarray(0, count * this.rows), from * this.rows);
  }
}
