import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import type { ReplayReport } from "#app/domain/replay/report.ts";

const ENTRY = join(import.meta.dirname, "../../app/server/replay.ts");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "replay-"));
  const order = { created_at: "2026-06-01T00:00:00Z", currency: "EUR", total_price: "20.00" };
  const discount_codes = [{ code: "TEN", amount: "2.00" }];
  const lines = [1, 2].map((id) => ({ ...order, id, discount_codes, customer: { id: 7 } }));
  await write("orders.jsonl", `${lines.map((line) => JSON.stringify(line)).join("\n")}\n{}\n`);
  await write(
    "promotions.yaml",
    "shop: {timezone: UTC, currency: EUR}\ncampaigns:\n  - {key: TEN, codes: [TEN], once: true}\n",
  );
  await write("wrong.yaml", "shop: {timezone: UTC}\ncampaigns: []\n");
});
afterAll(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

/** Runs the command in the folder; options as they are typed. */
function run(...args: string[]): Promise<{ code: number; said: string; printed: string }> {
  const env = { ...process.env, DATABASE_URL: inject("databaseUrl") };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [ENTRY, ...args],
      { cwd: folder, env },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, said: err, printed: out }),
    );
  });
}

test("needs nothing but its files: writes the report, names what it left out, says nothing else", async () => {
  const options = ["--config", "promotions.yaml", "--orders", "orders.jsonl"];
  const { code, said, printed } = await run(...options, "--report", "report.json");
  expect([code, printed]).toEqual([0, ""]);
  expect(said).toContain("orders.jsonl:3: left out: id is missing");
  expect(said).toMatch(/2 of 2 orders and refunds replayed\n/);
  expect(said).toMatch(/\nreport\.json: orders 2, redemptions 2, flags 1; [\d.]+ s\n$/);
  const report = JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as ReplayReport;
  expect(Object.keys(report)).toEqual(["orders", "redemptions", "campaigns", "shop", "flags"]);
  expect(report).toMatchObject({ orders: 2, shop: { revenue: "40.00" }, flags: [{ orderId: 2 }] });
});

test.each([
  ["no orders", ["--config", "promotions.yaml", "--report", "r.json"], "--orders is missing"],
  ["an unknown option", ["--order", "orders.jsonl"], "Usage: npm run replay"],
  [
    "a file that is not there",
    ["--config", "promotions.yaml", "--orders", "none.jsonl", "--report", "r.json"],
    "--orders: none.jsonl is no file that can be read.",
  ],
  [
    "a folder that is not there",
    ["--config", "promotions.yaml", "--orders", "orders.jsonl", "--report", "none/r.json"],
    "--report: none is no folder that can be written to.",
  ],
  [
    "a wrong configuration",
    ["--config", "wrong.yaml", "--orders", "orders.jsonl", "--report", "r.json"],
    "wrong.yaml:1: shop.currency: This has to be a currency's code, like EUR.",
  ],
])("%s ends with 2 and words, before anything is begun", async (_, args, words) => {
  const { code, said } = await run(...args);
  expect([code, said.includes(words)]).toEqual([2, true]);
  expect(await readdir(folder)).not.toContain("r.json");
});

test("somebody who stops it leaves neither a database nor a report", async () => {
  const order = { created_at: "2026-06-01T00:00:00Z", currency: "EUR", total_price: "20.00" };
  const many = Array.from({ length: 30_000 }, (_, id) => ({
    ...order,
    id: id + 1,
    discount_codes: [],
  }));
  await write("many.jsonl", many.map((each) => JSON.stringify(each)).join("\n"));
  const args = ["--config", "promotions.yaml", "--orders", "many.jsonl", "--report", "many.json"];
  const env = { ...process.env, DATABASE_URL: inject("databaseUrl") };
  const child = spawn(process.execPath, [ENTRY, ...args], { cwd: folder, env });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes("of 30000 orders")) child.kill("SIGINT");
  });
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  expect(code).toBe(1);
  expect(said).not.toContain("rror");
  expect(await readdir(folder)).not.toContain("many.json");
  const client = new pg.Client(inject("databaseUrl"));
  await client.connect();
  // Those of others that run now are locked.
  const left = `SELECT datname FROM pg_database WHERE datname LIKE 'bonafide_throw_away_%'
    AND pg_try_advisory_lock(hashtext(datname))`;
  expect((await client.query(left)).rows).toEqual([]);
  await client.end();
});
