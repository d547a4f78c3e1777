import type { Kernel, Weights } from "./kernel.js";
import { createPlainKernel } from "./kernel-plain.js";
import { createSimdKernel } from "./kernel-simd.js";
import type { Memories } from "./wasm-memory.js";

/** A kernel over these matrices: WebAssembly SIMD where the machine has it and it is wanted, plain loops elsewhere. */
export function createKernel(weights: readonly Weights[], simd: boolean, memories?: Memories): Kernel {
  for (const { values, rows, columns, scales, bias } of weights) {
    const fits = rows % 4 === 0 && columns % 16 === 0 && columns <= 512;
    if (!fits || values.length !== rows * columns || scales.length !== rows || bias.length !== rows) {
      throw new RangeError(
        `no kernel for a matrix of ${rows} × ${columns} with ${values.length} weights, ${scales.length} scales, ${bias.length} biases`,
      );
    }
  }
  return (simd ? createSimdKernel(weights, memories) : null) ?? createPlainKernel(weights);
}
