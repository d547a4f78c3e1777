import { moduleBytes, type WasmFunction } from "./wasm.js";

/** What the engine uses of WebAssembly, which its type library does not declare. */
interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

function isApi(value: unknown): value is WebAssemblyApi {
  return typeof value === "object" && value !== null && "validate" in value && "Module" in value && "Instance" in value;
}

const PAGE = 65536;

/** Hands out places in a module's memory, each at a multiple of 16 bytes. */
export class Places {
  end = 0;
  take(bytes: number): number {
    const place = this.end;
    this.end = Math.ceil((place + bytes) / 16) * 16;
    return place;
  }
}

/** Exports of a module of these functions with a memory of at least so many bytes; null where the machine has no WebAssembly SIMD. */
export function instantiate(functions: readonly WasmFunction[], bytes: number): unknown {
  const api: unknown = Reflect.get(globalThis, "WebAssembly");
  if (!isApi(api)) return null;
  const code = moduleBytes(functions, Math.ceil(bytes / PAGE));
  if (!api.validate(code)) return null;
  return new api.Instance(new api.Module(code)).exports;
}
