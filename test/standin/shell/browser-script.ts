import { join } from "node:path";
import { build } from "esbuild";

const built = new Map<string, Promise<string>>();

/** The named folder's `main.ts` as one classic script, built on first use. */
export function browserScript(folder: "app-bridge" | "client"): Promise<string> {
  const known = built.get(folder) ?? bundle(join(import.meta.dirname, folder, "main.ts"));
  built.set(folder, known);
  return known;
}

async function bundle(entryPoint: string): Promise<string> {
  const result = await build({
    entryPoints: [entryPoint],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}
