import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const SOURCES = ["app", "extensions/bonus-guard/src", "vite.config.ts", "package-lock.json"];
const BUILT = ["build/server/index.js", "extensions/bonus-guard/dist/function.js"];

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

/** Builds the admin's pages and the function, unless what stands is newer than every source. */
export async function buildIfStale(say: (text: string) => void): Promise<void> {
  const built = BUILT.map((file) => join(root, file));
  if (built.every(existsSync)) {
    const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs));
    if (SOURCES.every((source) => newest(join(root, source)) <= oldest)) return;
  }
  say("Building the app (about 20 seconds)");
  await npm(["run", "build"]);
}

function npm(args: readonly string[]): Promise<void> {
  // On Windows npm is a script that only a shell starts.
  const child = spawn("npm", args, {
    cwd: root,
    shell: process.platform === "win32",
    // What a test runner sets it to would make it a build for developers.
    env: { ...process.env, NODE_ENV: "production" },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args.join(" ")} failed:\n${output}`)),
    );
  });
}
