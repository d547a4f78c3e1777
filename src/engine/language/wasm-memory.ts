import { moduleBytes, type WasmFunction } from "./wasm.js";

/** A memory of WebAssembly. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

/** What the engine uses of WebAssembly, which its type library does not declare. */
interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (size: { initial: number; maximum?: number; shared?: boolean }) => WasmMemory;
}

const isApi = (value: unknown): value is WebAssemblyApi =>
  typeof value === "object" && value !== null && ["validate", "Module", "Instance", "Memory"].every((n) => n in value);

function webAssembly(): WebAssemblyApi | null {
  const api: unknown = Reflect.get(globalThis, "WebAssembly");
  return isApi(api) ? api : null;
}

const PAGE = 65536;
/** Most pages a memory may have, by the specification: 4 GiB. */
export const MOST_PAGES = 65536;

/** Hands out places in a module's memory, each at a multiple of 16 bytes. */
export class Places {
  /** @param end Where the first place lies: a multiple of 16. */
  constructor(public end = 0) {}

  take(bytes: number): number {
    const place = this.end;
    this.end = Math.ceil((place + bytes) / 16) * 16;
    return place;
  }
}

/** One memory for engines in several threads: the weights lie in it once, and each engine has a place to compute in. */
export interface SharedMemory {
  readonly memory: WasmMemory;
  /** The engine's place among all of them; no two that are in use have the same one. */
  readonly slot: number;
  readonly slots: number;
}

/** A memory that threads can share, empty as yet; null where the machine has none. */
export function createSharedMemory(): WasmMemory | null {
  const api = webAssembly();
  if (api === null || !("SharedArrayBuffer" in globalThis)) return null;
  try {
    return new api.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
  } catch {
    return null; // not so much address space
  }
}

function compile(api: WebAssemblyApi, code: Uint8Array): object | null {
  if (!api.validate(code)) return null;
  try {
    return new api.Module(code);
  } catch {
    return null; // valid, but a content security policy forbids it
  }
}

/** A module to be opened. Its places are asked for in bytes; they may be asked for more than once. */
export interface ModuleParts<Weights, Own> {
  readonly functions: readonly WasmFunction[];
  /** Places of what is written once, by `fill`, and then only read. */
  readonly weights: (places: Places) => Weights;
  /** Places of what is worked out. They hold zeros, or what an engine left that had the place before. */
  readonly own: (places: Places) => Own;
  readonly fill: (buffer: ArrayBufferLike, weights: Weights) => void;
}

export interface OpenModule<Weights, Own> {
  readonly exports: unknown;
  readonly buffer: ArrayBufferLike;
  readonly weights: Weights;
  readonly own: Own;
}

/** Of a shared memory the first bytes say of each module, in the order of opening, where its weights end, once they are there. */
const MOST_MODULES = 256;

/** Opens the modules of one engine: each in a memory of its own, or all in one that is shared. */
export class Memories {
  #end = 4 * MOST_MODULES;
  #modules = 0;

  /** @param shared Engines that share it must open the same modules with the same weights in the same order. */
  constructor(private readonly shared?: SharedMemory | undefined) {}

  /**
   * Null where the machine has no WebAssembly SIMD, or a policy of the page forbids to compile it.
   *
   * @throws RangeError when a shared memory is full, or holds other weights.
   */
  open<Weights, Own>(parts: ModuleParts<Weights, Own>): OpenModule<Weights, Own> | null {
    const { slot, slots } = this.shared ?? { slot: 0, slots: 1 };
    const common = new Places(this.shared === undefined ? 0 : this.#end);
    const weights = parts.weights(common);
    const size = new Places();
    parts.own(size);
    const own = parts.own(new Places(common.end + slot * size.end));
    this.#end = common.end + slots * size.end;
    const api = webAssembly();
    const module = api === null ? null : compile(api, moduleBytes(parts.functions, this.shared === undefined ? null : MOST_PAGES)); // biome-ignore format: one line reads best
    if (api === null || module === null) return null;
    const memory = this.shared?.memory ?? new api.Memory({ initial: Math.ceil(this.#end / PAGE) });
    const missing = Math.ceil((this.#end - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
    const { buffer } = memory;
    if (this.shared === undefined) parts.fill(buffer, weights);
    else this.#fillOnce(buffer, common.end, () => parts.fill(buffer, weights));
    return { exports: new api.Instance(module, { engine: { memory } }).exports, buffer, weights, own };
  }

  /** Threads that begin at the same moment may all fill: they write the same. */
  #fillOnce(buffer: ArrayBufferLike, end: number, fill: () => void): void {
    const module = this.#modules++;
    if (module >= MOST_MODULES) throw new RangeError(`more than ${MOST_MODULES} modules in one memory`);
    const ends = new Uint32Array(buffer, 0, MOST_MODULES);
    const before = Atomics.load(ends, module);
    if (before !== 0 && before !== end) throw new RangeError("the shared memory holds the weights of another engine");
    if (before !== 0) return;
    fill();
    Atomics.store(ends, module, end);
  }
}
