/** Memory that WebAssembly works on: views of it are typed arrays as any other. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
}

/** The part of the WebAssembly interface that is used here; the types of Node name none of it. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: object };
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
}

const PAGE = 65_536;

const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface };

/** New memory of at least so many bytes, all 0. */
export function wasmMemory(bytes: number): WasmMemory {
  return new wasm.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE)) });
}

/** What was compiled, by its code: the engine makes a module faster as it is used. */
const modules = new Map<string, object>();

/**
 * Instantiates a module at once: for small ones alone.
 *
 * @param code a module as base64, that imports nothing but its memory
 * @returns the functions of the module
 */
export function instantiate(code: string, memory: WasmMemory): object {
  const module = modules.get(code) ?? new wasm.Module(bytesOf(code));
  modules.set(code, module);
  return new wasm.Instance(module, { env: { memory } }).exports;
}

function bytesOf(code: string): Uint8Array {
  return Uint8Array.from(atob(code), (character) => character.charCodeAt(0));
}
