import { spawn } from "node:child_process";
import { join } from "node:path";

import { fetchSchema } from "#test/standin/schema/fetch-schema.ts";

/*
 * `npm run check`: everything that can be said of the code without running it. All of it runs, so that one look shows
 * all there is to mend; prints what failed and one line a check. Two at a time: lint takes as long as the others
 * together.
 */
const root = join(import.meta.dirname, "../..");
const bin = (name: string) => join(root, "node_modules/.bin", name);

const CHECKS: { name: string; command: string[] }[] = [
  { name: "lint", command: [bin("eslint"), ".", "--max-warnings", "0"] },
  { name: "types", command: [bin("tsc"), "-p", "tsconfig.json"] },
  {
    name: "types of the domain, with nothing ambient",
    command: [bin("tsc"), "-p", "app/domain/tsconfig.json"],
  },
  {
    name: "import rules",
    command: [bin("depcruise"), "app", "extensions", "test", "--output-type", "err"],
  },
  { name: "dead code", command: [bin("knip")] },
  { name: "format", command: [bin("prettier"), "--check", "--log-level", "warn", "."] },
  {
    name: "types of the Admin API calls",
    command: [
      "node",
      "app/infra/admin-api/codegen.ts",
      ".cache/shopify-schema/admin_2026-10.json.gz",
      "--check",
    ],
  },
];

type Result = { name: string; ok: boolean; output: string; seconds: number };

function run({ name, command }: (typeof CHECKS)[number]): Promise<Result> {
  const started = performance.now();
  return new Promise((resolve) => {
    const [file = "", ...args] = command;
    const child = spawn(file, args, { cwd: root, env: { ...process.env, FORCE_COLOR: "0" } });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const end = (ok: boolean) =>
      resolve({ name, ok, output, seconds: (performance.now() - started) / 1_000 });
    child.on("error", (error) => {
      output += error.message;
      end(false);
    });
    child.on("exit", (code) => end(code === 0));
  });
}

// The last check reads Shopify's schema.
await fetchSchema();
const results: Result[] = [];
const waiting = [...CHECKS];

/** Takes one check after the other until none is left. */
async function work(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) tell(await run(check));
}

function tell(result: Result): void {
  results.push(result);
  console.log(`${result.ok ? "ok    " : "FAILED"} ${result.name} (${result.seconds.toFixed(1)} s)`);
  if (!result.ok) console.log(result.output.trimEnd());
}

await Promise.all([work(), work()]);
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
