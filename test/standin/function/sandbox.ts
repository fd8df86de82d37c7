import { getQuickJS, type QuickJSContext, type QuickJSHandle } from "quickjs-emscripten";

export type SandboxOptions = {
  /** The bundle's text: an ES module that runs at once or exports the function to call. */
  readonly code: string;
  /** Name of the export to call after loading, kebab- or camelCase. */
  readonly exportName?: string | undefined;
  readonly inputJson: string;
  /** QuickJS asks for permission to go on about every 10,000 steps; after this many answers it is stopped. */
  readonly maximumTicks?: number;
  readonly memoryBytes?: number;
};

export type SandboxResult =
  | { readonly kind: "output"; readonly json: string; readonly ticks: number; readonly log: string }
  | {
      readonly kind: "failed";
      readonly error: string;
      readonly ticks: number;
      readonly log: string;
    };

/** Steps, not time: a slow machine must not turn a good function into a failing one. */
const DEFAULT_TICKS = 2_000;
const DEFAULT_MEMORY = 16 * 1024 * 1024;

/**
 * Runs a function bundle once, in an engine of its own: nothing survives from one run to the next, and the
 * bundle sees no clock it may use, no network, no timers. Never throws for what the bundle does.
 */
export async function runInSandbox(options: SandboxOptions): Promise<SandboxResult> {
  const engine = await getQuickJS();
  const runtime = engine.newRuntime();
  runtime.setMemoryLimit(options.memoryBytes ?? DEFAULT_MEMORY);
  let ticks = 0;
  runtime.setInterruptHandler(() => ++ticks > (options.maximumTicks ?? DEFAULT_TICKS));
  const context = runtime.newContext();
  const logs: string[] = [];
  const written: string[] = [];
  try {
    installConsole(context, logs);
    installShopifyFunction(context, options.inputJson, written);
    const error = evaluate(context, options);
    const log = logs.join("\n");
    if (error !== undefined) return { kind: "failed", error, ticks, log };
    const json = written.at(-1);
    return json === undefined
      ? { kind: "failed", error: "The function returned without writing an output", ticks, log }
      : { kind: "output", json, ticks, log };
  } finally {
    context.dispose();
    runtime.dispose();
  }
}

function evaluate(context: QuickJSContext, options: SandboxOptions): string | undefined {
  const loaded = context.evalCode(options.code, "function.js", { type: "module" });
  if (loaded.error) return describe(context, loaded.error);
  const namespace = loaded.value;
  try {
    const state =
      context.typeof(namespace) === "object" ? context.getPromiseState(namespace) : null;
    if (state?.type === "rejected") return describe(context, state.error);
    return callExport(context, namespace, options.exportName);
  } finally {
    namespace.dispose();
  }
}

function callExport(
  context: QuickJSContext,
  namespace: QuickJSHandle,
  exportName: string | undefined,
): string | undefined {
  for (const name of exportName === undefined ? [] : [exportName, camelCase(exportName)]) {
    const exported = context.getProp(namespace, name);
    try {
      if (context.typeof(exported) !== "function") continue;
      const called = context.callFunction(exported, context.undefined);
      if (called.error) return describe(context, called.error);
      called.value.dispose();
      return undefined;
    } finally {
      exported.dispose();
    }
  }
  return undefined;
}

function installShopifyFunction(
  context: QuickJSContext,
  inputJson: string,
  written: string[],
): void {
  context
    .newFunction("__read", () => context.newString(inputJson))
    .consume((read) => {
      context.setProp(context.global, "__read", read);
    });
  context
    .newFunction("__write", (json) => {
      written.push(context.getString(json));
    })
    .consume((write) => {
      context.setProp(context.global, "__write", write);
    });
  const setUp = context.evalCode(
    `(() => {
      const { __read: read, __write: write } = globalThis;
      delete globalThis.__read;
      delete globalThis.__write;
      globalThis.ShopifyFunction = {
        readInput: () => JSON.parse(read()),
        writeOutput: (value) => {
          const json = JSON.stringify(value);
          if (json === undefined) throw new TypeError("The output is not JSON");
          write(json);
        },
      };
      Date.now = () => { throw new Error("A function has no clock"); };
      Math.random = () => { throw new Error("A function has no randomness"); };
    })()`,
    "set-up.js",
  );
  context.unwrapResult(setUp).dispose();
}

function installConsole(context: QuickJSContext, logs: string[]): void {
  const console = context.newObject();
  for (const level of ["log", "error", "warn", "info", "debug"]) {
    context
      .newFunction(level, (...values) => {
        logs.push(values.map((value) => String(context.dump(value))).join(" "));
      })
      .consume((write) => {
        context.setProp(console, level, write);
      });
  }
  context.setProp(context.global, "console", console);
  console.dispose();
}

function describe(context: QuickJSContext, error: QuickJSHandle): string {
  const dumped: unknown = context.dump(error);
  error.dispose();
  if (typeof dumped !== "object" || dumped === null) return String(dumped);
  const { name = "Error", message = "" } = dumped as { name?: string; message?: string };
  return `${name}: ${message}`;
}

function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
