import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  RELEASE_SYNC,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from "quickjs-emscripten";
import { FUEL, meter } from "./meter.ts";

/** `instructions` of one run: the bundle's own set-up, reading the input, judging, writing. */
type Measured = { instructions: number; output: unknown };

/** Runs a bundled function on one input and counts. A run that throws is thrown here. */
export type Meter = (input: unknown) => Promise<Measured>;

const ENGINE_WASM = "@jitl/quickjs-wasmfile-release-sync/wasm";

/**
 * Counts the instructions of a function bundle in a QuickJS that counts itself; a fresh one for every run, so that the same
 * run always costs the same. Compiling is left out, since Javy runs it from bytecode. Input and output are handed over part
 * by part, as Shopify's provider does: as JSON by the engine they would cost nine times as much for long texts.
 */
export async function meterBundle(bundle: string, exportName: string): Promise<Meter> {
  const wasmPath = engineRequire().resolve(ENGINE_WASM);
  const module = await WebAssembly.compile(meter(readFileSync(wasmPath)) as BufferSource);
  const source = functionOf(bundle, exportName);
  return async (input) => measured(await meteredEngine(module), source, input);
}

type Engine = { quickjs: QuickJSWASMModule; fuel: () => bigint };

async function meteredEngine(module: WebAssembly.Module): Promise<Engine> {
  let counter: WebAssembly.Global | undefined;
  const variant = newVariant(RELEASE_SYNC, {
    emscriptenModule: {
      instantiateWasm(imports, onSuccess) {
        const instance = new WebAssembly.Instance(module, imports);
        counter = instance.exports[FUEL] as WebAssembly.Global;
        onSuccess(instance);
        return instance.exports;
      },
    },
  });
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  return { quickjs, fuel: () => counter?.value as bigint };
}

function measured({ quickjs, fuel }: Engine, source: string, input: unknown): Measured {
  const context = quickjs.newContext();
  try {
    let output: unknown = null;
    const given = context.newFunction("readInput", () => handed(context, input));
    context.setProp(context.global, "readInput", given);
    given.dispose();
    const taker = context.newFunction("writeOutput", (value) => {
      output = taken(context, value);
    });
    context.setProp(context.global, "writeOutput", taker);
    taker.dispose();
    context.unwrapResult(context.evalCode(SET_UP)).dispose();
    const main = context.unwrapResult(context.evalCode(source));
    const before = fuel();
    const called = context.callFunction(main, context.undefined);
    const instructions = Number(fuel() - before);
    main.dispose();
    context.unwrapResult(called).dispose();
    return { instructions, output };
  } finally {
    context.dispose();
  }
}

const SET_UP = `
  globalThis.console = { log() {} };
  globalThis.ShopifyFunction = {
    readInput: globalThis.readInput,
    writeOutput: globalThis.writeOutput,
  };`;

/** A JSON value made in the engine piece by piece. */
function handed(context: QuickJSContext, value: unknown): QuickJSHandle {
  if (typeof value === "string") return context.newString(value);
  if (typeof value === "number") return context.newNumber(value);
  if (value === true) return context.true;
  if (value === false) return context.false;
  if (typeof value !== "object" || value === null) return context.null;
  const made = Array.isArray(value) ? context.newArray() : context.newObject();
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) continue;
    const handle = handed(context, part);
    context.setProp(made, Array.isArray(value) ? Number(key) : key, handle);
    handle.dispose();
  }
  return made;
}

/** A value of the engine's taken out piece by piece. */
function taken(context: QuickJSContext, value: QuickJSHandle): unknown {
  const type = context.typeof(value);
  if (type === "string") return context.getString(value);
  if (type === "number") return context.getNumber(value);
  if (type !== "object") return context.dump(value) as unknown;
  const length = part(context, value, "length");
  if (typeof length === "number") {
    return Array.from({ length }, (_, index) => part(context, value, index));
  }
  const names = context.unwrapResult(context.getOwnPropertyNames(value, { strings: true }));
  const texts = names.map((name) => context.getString(name));
  names.dispose();
  return Object.fromEntries(texts.map((name) => [name, part(context, value, name)]));
}

function part(context: QuickJSContext, value: QuickJSHandle, name: string | number): unknown {
  const handle = context.getProp(value, name);
  const out = taken(context, handle);
  handle.dispose();
  return out;
}

/** The module as one function, so that it can be compiled first and counted when it is called. */
function functionOf(bundle: string, exportName: string): string {
  const exports = /export \{([^}]*)\};?\s*$/.exec(bundle);
  const entry = exports?.[1]?.split(",").map((one) => one.trim().split(" as ")) ?? [];
  const local = entry.find((names) => names.at(-1) === exportName)?.[0];
  if (!exports || !local) throw new Error(`The bundle has no export ${exportName}`);
  return `(() => { ${bundle.slice(0, exports.index)}; ${local}(); })`;
}

/** The engine's package belongs to quickjs-emscripten, so it is looked up from there. */
function engineRequire(): NodeJS.Require {
  return createRequire(createRequire(import.meta.url).resolve("quickjs-emscripten"));
}
