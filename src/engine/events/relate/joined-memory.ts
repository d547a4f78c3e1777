import { finishEachCode, quantiseEachCode } from "../../language/each-code.js";
import { finishCode } from "../../language/gate-code.js";
import type { Weights } from "../../language/kernel.js";
import { multiplyCode, multiplyTwoCode } from "../../language/kernel-code.js";
import { openWeights } from "../../language/linear.js";
import type { LanguageModel } from "../../language/model.js";
import { quantiseCode } from "../../language/quantise-code.js";
import type { WasmFunction } from "../../language/wasm.js";
import type { Places } from "../../language/wasm-memory.js";
import { rowsOf } from "./dense.js";
import { gatherCode, poolCode, residualCode, rowBytes } from "./readers-code.js";

type Numbers = readonly number[];

/** Functions of the joined readers' module; all arguments are places, in bytes, and counts. */
export interface JoinedFunctions {
  readonly multiply: (...given: Numbers) => void;
  readonly multiplyTwo: (...given: Numbers) => void;
  readonly quantise: (...given: Numbers) => void;
  readonly quantiseEach: (...given: Numbers) => void;
  readonly finish: (...given: Numbers) => void;
  readonly finishEach: (...given: Numbers) => void;
  readonly gather: (...given: Numbers) => void;
  readonly residual: (...given: Numbers) => void;
  readonly pool: (...given: Numbers) => void;
}

export function isFunctions(value: unknown): value is JoinedFunctions {
  return typeof value === "object" && value !== null && "gather" in value;
}

/** The code of the module. */
export function functionsOf(networks: number, size: number): readonly WasmFunction[] {
  const products = [multiplyCode(), multiplyTwoCode(), quantiseCode(), quantiseEachCode(2), finishCode()];
  return [...products, finishEachCode(4), gatherCode(networks, size), residualCode(), poolCode()];
}

/** The same matrix of several networks as one, row under row. */
export function stacked(model: LanguageModel, group: string, networks: number, name: string): Weights {
  const all = Array.from({ length: networks }, (_, i) => openWeights(model, `${group}.${i}.${name}`));
  const columns = all[0]?.columns ?? 0;
  const rows = all.reduce((sum, w) => sum + w.rows, 0);
  const values = new Int8Array(rows * columns);
  const [scales, bias] = [new Float32Array(rows), new Float32Array(rows)];
  let at = 0;
  for (const own of all) {
    values.set(own.values, at * columns);
    scales.set(own.scales, at);
    bias.set(own.bias, at);
    at += own.rows;
  }
  return { values, rows, columns, scales, bias };
}

/** Rows of features of several networks, those of one name side by side. */
export interface PlacedRows {
  /** Their sections in the model. */
  readonly tables: readonly string[];
  readonly start: number;
  /** Bytes from one row to the next. */
  readonly bytes: number;
}

export function placeRows(
  model: LanguageModel,
  group: string,
  networks: number,
  name: string,
  places: Places,
): PlacedRows {
  const tables = Array.from({ length: networks }, (_, i) => `${group}.${i}.${name}`);
  const [rows = 0, columns = 0] = model.shape(`${group}.0.${name}`);
  const bytes = rowBytes(networks, columns);
  return { tables, start: places.take(bytes * rows), bytes };
}

export function fillRows(model: LanguageModel, { tables, start, bytes }: PlacedRows, buffer: ArrayBufferLike): void {
  const view = new DataView(buffer);
  const memory = new Int8Array(buffer);
  tables.forEach((name, network) => {
    const { values, scales, columns } = rowsOf(model, name);
    for (let row = 0; row < scales.length; row++) {
      const at = start + row * bytes;
      view.setFloat64(at + 8 * network, scales[row] ?? 0, true);
      memory.set(values.subarray(row * columns, (row + 1) * columns), at + 8 * tables.length + network * columns);
    }
  });
}
