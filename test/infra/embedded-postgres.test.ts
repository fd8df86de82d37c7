import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { removePostgresData } from "#app/infra/db/postgres-folders.server.ts";

// Servers of their own in a folder of their own: the tests' server is left alone.
const folder = mkdtempSync(join(tmpdir(), "bonafide-embedded-"));
chmodSync(folder, 0o755);
const MODULE = join(import.meta.dirname, "../../app/infra/db/embedded-postgres.server.ts");
/** The data lies elsewhere when we are root and `nobody` cannot reach this checkout: a note says where. */
const NOTE = join(folder, "tried/elsewhere");
const processFile = () => {
  const state = existsSync(NOTE) ? readFileSync(NOTE, "utf8") : join(folder, "tried");
  return join(state, "pgdata/postmaster.pid");
};
const serverProcess = () => Number(readFileSync(processFile(), "utf8").split("\n")[0]);
const children = new Set<ReturnType<typeof spawn>>();

beforeAll(() => {
  process.env.BONAFIDE_DATA = folder;
});

afterAll(() => {
  delete process.env.BONAFIDE_DATA;
  for (const child of children) child.kill("SIGKILL");
  if (existsSync(processFile())) process.kill(serverProcess(), "SIGKILL");
  removePostgresData(folder, "tried");
  rmSync(folder, { recursive: true, force: true });
});

const SCRIPT = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(MODULE)});
  const server = await startEmbeddedPostgres({ name: "tried" });
  console.log(server.url);
  process.stdin.once("data", async () => { await server.stop(); process.exit(0); });
`;

/** Another process that starts or adopts the server, and holds it until told to stop. */
async function startElsewhere(): Promise<{ url: string; kill(): void; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", SCRIPT], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.add(child);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data).trim()));
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  return {
    url,
    kill: () => child.kill("SIGKILL"),
    async stop() {
      child.stdin.write("\n");
      await exited;
    },
  };
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: "array" })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const isUp = (url: string) => ask(url, "SELECT 1").then(Boolean, () => false);

test("two processes that start at once share one server; a killed one leaves it to be adopted with its rows", async () => {
  const [one, two] = await Promise.all([startElsewhere(), startElsewhere()]);
  expect(one.url).toBe(two.url);
  await ask(one.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  one.kill();
  two.kill();

  const third = await startElsewhere();
  expect(third.url).toBe(one.url);
  expect(await ask(third.url, "SELECT answer FROM kept")).toBe(42);
  // It did not start it, so it does not stop it.
  await third.stop();
  expect(await isUp(third.url)).toBe(true);

  // A server that died with its process file left behind is started anew, on another port.
  process.kill(serverProcess(), "SIGKILL");
  await expect.poll(() => isUp(third.url)).toBe(false);
  const fourth = await startElsewhere();
  expect(await ask(fourth.url, "SELECT answer FROM kept")).toBe(42);

  // Whoever started it stops it, but not while another uses it.
  const user = new pg.Client({ connectionString: fourth.url });
  await user.connect();
  await fourth.stop();
  expect(await isUp(fourth.url)).toBe(true);
  await user.end();

  // Nobody's any more: stopped here, as a person would.
  process.kill(serverProcess(), "SIGINT");
  await expect.poll(() => isUp(fourth.url)).toBe(false);
});
