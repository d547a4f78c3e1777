import { describe, expect, test, vi } from "vitest";
import { openProduct, plainProduct, type Rows } from "../../../src/engine/events/relate/dense.js";
import { createSimdKernel } from "../../../src/engine/language/kernel-simd.js";
import { createSharedMemory, Memories, Places, type SharedMemory } from "../../../src/engine/language/wasm-memory.js";

const rows = (count: number, seed: number): Rows => ({
  values: Int8Array.from({ length: count * 20 }, (_, i) => ((i * 37 + seed * 11) % 255) - 127),
  scales: Float32Array.from({ length: count }, (_, i) => (i + seed) / 64),
  columns: 20,
});

function shared(slots: number): (slot: number) => SharedMemory {
  const memory = createSharedMemory();
  if (memory === null) throw new Error("this machine has no memory that threads share");
  return (slot) => ({ memory, slot, slots });
}

/** A module without functions that counts how often it is filled. */
function openCounted(memories: Memories, bytes = 64) {
  let filled = 0;
  const module = memories.open({
    functions: [],
    weights: (places) => places.take(bytes),
    own: (places) => places.take(100),
    fill: () => void filled++,
  });
  return { filled, weights: module?.weights ?? -1, own: module?.own ?? -1, buffer: module?.buffer };
}

describe("memories of modules", () => {
  test("places are multiples of 16, whatever was taken before", () => {
    const places = new Places();
    expect([1, 16, 17, 0, 3].map((bytes) => places.take(bytes))).toEqual([0, 16, 32, 64, 64]);
    expect(places.end).toBe(80);
  });

  test("without a shared one each module has its own, from its beginning on", () => {
    const memories = new Memories();
    const [first, second] = [openCounted(memories), openCounted(memories)];
    expect([first.filled, first.weights, first.own]).toEqual([1, 0, 64]);
    expect([second.filled, second.weights, second.own]).toEqual([1, 0, 64]);
    expect(first.buffer).not.toBe(second.buffer);
  });

  test("in a shared one weights are written once, and each engine computes in a place of its own", () => {
    const at = shared(3);
    const engines = [0, 1, 2, 1].map((slot) => new Memories(at(slot)));
    const [first, second] = [engines.map((e) => openCounted(e)), engines.map((e) => openCounted(e, 160))];
    expect(first.map((m) => m.filled)).toEqual([1, 0, 0, 0]);
    expect(second.map((m) => m.filled)).toEqual([1, 0, 0, 0]);
    expect(new Set(first.map((m) => m.weights)).size).toBe(1);
    const [start = 0] = first.map((m) => m.own);
    expect(first.map((m) => m.own - start)).toEqual([0, 112, 224, 112]);
    expect(second[0]?.weights).toBe(start + 3 * 112);
  });

  test("where a policy forbids to compile, there is no module, and plain loops take its place", () => {
    const forbidden = vi.spyOn(Reflect.get(globalThis, "WebAssembly"), "Module").mockImplementation(
      class {
        constructor() {
          throw new Error("blocked by a content security policy");
        }
      },
    );
    try {
      expect(openCounted(new Memories())).toMatchObject({ filled: 0, weights: -1 });
      const out = new Float64Array(20);
      openProduct(rows(5, 1))(new Float64Array(5).fill(1), out);
      expect(out.some((sum) => sum !== 0)).toBe(true);
      expect(createSimdKernel([{ ...rows(8, 3), values: new Int8Array(128), rows: 8, columns: 16, bias: new Float32Array(8) }])).toBeNull(); // biome-ignore format: one line reads best
    } finally {
      forbidden.mockRestore();
    }
  });

  test("a memory that holds other weights is refused", () => {
    const at = shared(2);
    openCounted(new Memories(at(0)), 64);
    expect(() => openCounted(new Memories(at(1)), 4096)).toThrow(/another engine/);
  });

  test("more than one memory can hold is an error that says so", () => {
    expect(() => openCounted(new Memories(shared(1)(0)), 2 ** 33)).toThrow(RangeError);
  });

  test("products in one memory are what they are in plain loops, though they take turns", () => {
    const at = shared(2);
    const tables = [rows(5, 1), rows(9, 2)];
    const opened = [0, 1].map((slot) => {
      const memories = new Memories(at(slot));
      return tables.map((table) => openProduct(table, memories));
    });
    for (const turn of [0, 1, 2, 3]) {
      for (const products of opened) {
        tables.forEach((table, t) => {
          const x = Float64Array.from(table.scales, (_, i) => (i + turn) / 3 - 1);
          const [plain, fast] = [new Float64Array(20), new Float64Array(20)];
          plainProduct(table)(x, plain);
          products[t]?.(x, fast);
          expect(fast).toEqual(plain);
        });
      }
    }
  });

  test("kernels in one memory do not disturb each other", () => {
    const at = shared(2);
    const weights = [
      { ...rows(8, 3), values: new Int8Array(8 * 16).fill(3), rows: 8, columns: 16, bias: new Float32Array(8) },
    ];
    const kernels = [0, 1].map((slot) => createSimdKernel(weights, new Memories(at(slot))));
    kernels.forEach((kernel, k) => void kernel?.input.fill(k + 1, 0, 16));
    for (const kernel of kernels) kernel?.project(0, 1);
    const [one, two] = kernels.map((kernel) => [...(kernel?.output.subarray(0, 8) ?? [])]);
    expect(two?.map((sum) => sum / 2)).toEqual(one);
    expect(one?.some((sum) => sum > 0)).toBe(true);
  });
});
