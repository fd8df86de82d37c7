import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Bench } from "./bench.ts";

/*
 * npm run bench -- NAME [arguments]: runs test/bench/NAME.ts and writes one JSON line a figure to
 * standard output. A bench is any file of this folder that exports `run`.
 */
const directory = dirname(fileURLToPath(import.meta.url));
const [name = "", ...args] = process.argv.slice(2);

const run = await benchOf(name);
if (run) {
  await run(
    (figure) => process.stdout.write(JSON.stringify({ bench: name, ...figure }) + "\n"),
    (message) => process.stderr.write(`${name}: ${message}\n`),
    args,
  );
} else {
  const problem = name === "" ? "Which bench?" : `There is no bench "${name}".`;
  process.stderr.write(`${problem} Benches: ${(await benchNames()).join(", ")}\n`);
  process.exitCode = 2;
}

async function benchOf(wanted: string): Promise<Bench | null> {
  const path = join(directory, `${wanted}.ts`);
  if (!/^[a-z][a-z-]*$/.test(wanted) || wanted === "main" || !existsSync(path)) return null;
  const module = (await import(pathToFileURL(path).href)) as { run?: Bench };
  return module.run ?? null;
}

async function benchNames(): Promise<string[]> {
  const files = readdirSync(directory).filter((file) => file.endsWith(".ts"));
  const names = files.map((file) => file.slice(0, -".ts".length)).sort();
  const runs = await Promise.all(names.map(benchOf));
  return names.filter((_, i) => runs[i] !== null);
}
