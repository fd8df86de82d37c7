import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { newQuickJSWASMModuleFromVariant, newVariant, RELEASE_SYNC } from "quickjs-emscripten";
import { FUEL, meter } from "./meter.ts";

/** `instructions` of one run: the bundle's own set-up, reading the input, judging, writing. */
export type Measured = { instructions: number; output: unknown };

/** Runs a bundled function on one input and counts. A run that throws is thrown here. */
export type Meter = (input: unknown) => Measured;

const ENGINE_WASM = "@jitl/quickjs-wasmfile-release-sync/wasm";

/**
 * Counts the instructions of a function bundle in a QuickJS that counts itself. Javy runs the
 * bundle from bytecode, so compiling it is left out; the rest is 0.98 to 1.45 times what Shopify's
 * own engine was measured to take for the same inputs, so a bound held here has margin there.
 */
export async function meterBundle(bundle: string, exportName: string): Promise<Meter> {
  const wasmPath = engineRequire().resolve(ENGINE_WASM);
  const module = await WebAssembly.compile(meter(readFileSync(wasmPath)) as BufferSource);
  const source = functionOf(bundle, exportName);

  let fuel: WebAssembly.Global | undefined;
  const variant = newVariant(RELEASE_SYNC, {
    emscriptenModule: {
      instantiateWasm(imports, onSuccess) {
        const instance = new WebAssembly.Instance(module, imports);
        fuel = instance.exports[FUEL] as WebAssembly.Global;
        onSuccess(instance);
        return instance.exports;
      },
    },
  });
  const engine = await newQuickJSWASMModuleFromVariant(variant);

  return (input) => {
    const context = engine.newContext();
    try {
      const setUp = `
        JSON.stringify(JSON.parse("{}"));
        globalThis.console = { log() {} };
        globalThis.ShopifyFunction = {
          readInput: () => JSON.parse(globalThis.input),
          writeOutput: (output) => { globalThis.output = JSON.stringify(output); },
        };`;
      context.unwrapResult(context.evalCode(setUp)).dispose();
      const json = context.newString(JSON.stringify(input));
      context.setProp(context.global, "input", json);
      json.dispose();
      const main = context.unwrapResult(context.evalCode(source));
      const before = fuel?.value as bigint;
      const called = context.callFunction(main, context.undefined);
      const after = fuel?.value as bigint;
      main.dispose();
      context.unwrapResult(called).dispose();
      const output = context
        .getProp(context.global, "output")
        .consume((o) => context.dump(o) as string);
      return { instructions: Number(after - before), output: JSON.parse(output) as unknown };
    } finally {
      context.dispose();
    }
  };
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
