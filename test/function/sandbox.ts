import { getQuickJS } from "quickjs-emscripten";
import { buildFunction } from "#guard/build.ts";

/** The export Shopify calls, by the function's toml. */
export const ENTRY = "cartLinesDiscountsGenerateRun";

export type Sandboxed = { run: (input: unknown) => unknown; dispose: () => void };

/** The built bundle in the engine Javy compiles to; one engine for many runs. Throws as it does. */
export async function sandboxed(): Promise<Sandboxed> {
  const bundle = await buildFunction();
  const engine = await getQuickJS();
  const context = engine.newContext();
  const shopify = `
    globalThis.ShopifyFunction = {
      readInput: () => JSON.parse(globalThis.input),
      writeOutput: (output) => { globalThis.output = JSON.stringify(output); },
    };
    globalThis.console = { log() {} };`;
  context.unwrapResult(context.evalCode(shopify)).dispose();
  const module = context.unwrapResult(context.evalCode(bundle, "function.js", { type: "module" }));
  const entry = context.getProp(module, ENTRY);
  module.dispose();
  return {
    run(input) {
      const json = context.newString(JSON.stringify(input));
      context.setProp(context.global, "input", json);
      json.dispose();
      context.unwrapResult(context.callFunction(entry, context.undefined)).dispose();
      const output = context.getProp(context.global, "output");
      const text = context.getString(output);
      output.dispose();
      return JSON.parse(text) as unknown;
    },
    dispose() {
      entry.dispose();
      context.dispose();
    },
  };
}
