import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { parse } from "smol-toml";

const directory = dirname(fileURLToPath(import.meta.url));

/** What Javy compiles, and what the tests and the local shop run. */
export const bundlePath = join(directory, "dist/function.js");

/**
 * Bundles the function as Shopify CLI does for a JavaScript function with named exports: a
 * generated entry that calls each export through Shopify's runner, and the CLI's own settings
 * (packages/app/src/cli/services/function/build.ts of Shopify/cli). Returns the bundle's text.
 */
export async function buildFunction(outfile = bundlePath): Promise<string> {
  await build({ ...settings(), outfile });
  return readFileSync(outfile, "utf8");
}

/** How many bytes of the bundle each source file makes up; files are named from the repository's root. */
export async function bundleSizes(): Promise<Record<string, number>> {
  const { metafile } = await build({ ...settings(), write: false, metafile: true });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {});
  return Object.fromEntries(inputs.map(([file, { bytesInOutput }]) => [file, bytesInOutput]));
}

function settings() {
  return {
    stdin: { contents: entryFor(exportNames()), loader: "ts", resolveDir: directory },
    absWorkingDir: join(directory, "../.."),
    alias: { "user-function": join(directory, "src/index.ts") },
    bundle: true,
    legalComments: "none",
    target: "es2022",
    format: "esm",
    logLevel: "warning",
  } as const satisfies BuildOptions;
}

type Manifest = { extensions: { targeting: { export: string }[] }[] };

function exportNames(): string[] {
  const toml = readFileSync(join(directory, "shopify.extension.toml"), "utf8");
  const { extensions } = parse(toml) as unknown as Manifest;
  return extensions.flatMap(({ targeting }) => targeting.map((target) => target.export));
}

function entryFor(exports: readonly string[]): string {
  const lines = exports.map((name) => {
    const identifier = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return [
      `import { ${identifier} as run_${identifier} } from "user-function";`,
      `export function ${identifier}() { return run(run_${identifier}); }`,
    ].join("\n");
  });
  return [`import run from "@shopify/shopify_function/run";`, ...lines].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundle = await buildFunction();
  console.error(`bonus-guard: ${Buffer.byteLength(bundle)} bytes`);
}
