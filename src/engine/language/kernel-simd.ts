import { advanceCode, finishCode } from "./gate-code.js";
import { type Kernel, scratchSizes, type Weights } from "./kernel.js";
import { multiplyCode } from "./kernel-code.js";
import { moduleBytes } from "./wasm.js";

interface Exports {
  readonly multiply: (weights: number, input: number, output: number, rows: number, columns: number) => void;
  readonly advance: (sums: number, scales: number, addends: number, cell: number, output: number, size: number) => void;
  readonly finish: (sums: number, scales: number, bias: number, output: number, rows: number, worth: number) => void;
  readonly memory: { readonly buffer: ArrayBuffer };
}

/** What the engine uses of WebAssembly, which its type library does not declare. */
interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

function isApi(value: unknown): value is WebAssemblyApi {
  return typeof value === "object" && value !== null && "validate" in value && "Module" in value && "Instance" in value;
}

function isExports(value: unknown): value is Exports {
  return (
    typeof value === "object" &&
    value !== null &&
    "multiply" in value &&
    "advance" in value &&
    "finish" in value &&
    "memory" in value
  );
}

const PAGE = 65536;

/** Hands out places in the kernel's memory, each at a multiple of 16 bytes. */
class Places {
  end = 0;
  take(bytes: number): number {
    const place = this.end;
    this.end = Math.ceil((place + bytes) / 16) * 16;
    return place;
  }
}

/** Lays a matrix out in blocks of four rows by eight columns, as `multiplyCode` walks through it. */
function layInBlocks({ values, rows, columns }: Weights, memory: Int8Array, at: number): void {
  let to = at;
  for (let r = 0; r < rows; r += 4) {
    for (let k = 0; k < columns; k += 8) {
      for (let row = r; row < r + 4; row++, to += 8)
        memory.set(values.subarray(row * columns + k, row * columns + k + 8), to);
    }
  }
}

function instantiate(pages: number): Exports | null {
  const api: unknown = Reflect.get(globalThis, "WebAssembly");
  if (!isApi(api)) return null;
  const bytes = moduleBytes([multiplyCode(), advanceCode(), finishCode()], pages);
  if (!api.validate(bytes)) return null;
  const { exports } = new api.Instance(new api.Module(bytes));
  return isExports(exports) ? exports : null;
}

/** The kernel in WebAssembly SIMD, or null where the machine has none. */
export function createSimdKernel(weights: readonly Weights[]): Kernel | null {
  const sizes = scratchSizes(weights);
  const places = new Places();
  const input = places.take(2 * sizes.input);
  const sums = places.take(4 * sizes.output);
  const output = places.take(4 * sizes.output);
  const worth = places.take(16);
  const addends = places.take(4 * sizes.output);
  const cell = places.take(sizes.output);
  const matrices = weights.map((own) => ({
    own,
    values: places.take(own.values.length),
    scales: places.take(4 * own.rows),
    bias: places.take(4 * own.rows),
  }));
  const exports = instantiate(Math.ceil(places.end / PAGE));
  if (exports === null) return null;
  const { buffer } = exports.memory;
  for (const { own, values, scales, bias } of matrices) {
    layInBlocks(own, new Int8Array(buffer), values);
    new Float32Array(buffer, scales, own.rows).set(own.scales);
    new Float32Array(buffer, bias, own.rows).set(own.bias);
  }
  const multiplied = (matrix: number) => {
    const found = matrices[matrix];
    if (found === undefined) throw new RangeError(`no matrix ${matrix}`);
    exports.multiply(found.values, input, sums, found.own.rows, found.own.columns);
    return found;
  };
  const worths = new Float32Array(buffer, worth, 4);
  return {
    input: new Int16Array(buffer, input, sizes.input),
    output: new Float32Array(buffer, output, sizes.output),
    addends: new Float32Array(buffer, addends, sizes.output),
    cell: new Float32Array(buffer, cell, sizes.output / 4),
    project(matrix, value) {
      const { scales, bias, own } = multiplied(matrix);
      worths.fill(value);
      exports.finish(sums, scales, bias, output, own.rows, worth);
    },
    advance(matrix) {
      const { scales, own } = multiplied(matrix);
      exports.advance(sums, scales, addends, cell, input, own.rows / 4);
    },
  };
}
