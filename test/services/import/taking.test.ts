import { describe, expect, test } from "vitest";

import { NO_FILTER } from "#app/domain/code/summary.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { addCodes } from "#app/services/code/add-codes.server.ts";
import { exportCodes } from "#app/services/code/export-codes.server.ts";
import { batchesOf } from "#app/services/code/list-batches.server.ts";
import { listCodes } from "#app/services/code/list-codes.server.ts";
import { redactCustomer } from "#app/services/compliance/redact-customer.server.ts";
import { discardImport } from "#app/services/import/discard-import.server.ts";
import { exportProblems } from "#app/services/import/export-problems.server.ts";
import { forgetImports } from "#app/services/import/forget-imports.server.ts";
import { PEOPLE_LOCK } from "#app/services/person/recognise-people.server.ts";
import { dumpDatabase } from "#test/support/dump.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf } from "#test/support/test-shop.ts";
import { bring, brokenFile, fileOf } from "./bring.ts";

const deps = await testDeps();
const { pool, prisma } = deps.database;
const at = await addShop(deps, "taking.myshopify.com");
const actor = at.as("editor");
const dayMs = 24 * 60 * 60 * 1_000;

/** Brings codes that can all be read. @returns the import's id. */
async function stage(text: string): Promise<string> {
  const found = await bring(deps, actor, fileOf(text));
  return typeof found === "string" ? expect.fail(found) : found.id;
}

const later = async (days: number, work: () => Promise<unknown>) => {
  const { now } = deps.clock;
  deps.clock.now = new Date(now.getTime() + days * dayMs);
  await work();
  deps.clock.now = now;
};

const list = (name: string, text: string) =>
  stage(text).then((importId) => addCampaign(deps, at, { name, codeKind: "list", importId }));

const textOf = (body: ReadableStream<Uint8Array>) => new Response(body).text();

/** More rows than are read at once, each with a name that means something and a person nobody knows yet. */
const many = Array.from(
  { length: 10_050 },
  (_, i) => `SUMMER${String(i % 100).padStart(2, "0")}_${i % 50}OFF_${i},someone${i}@example.com`,
);
const manyRows = ["code,email", "SUMMER29_5OFF,a@example.com", ...many].join("\n");

describe("nothing is left anywhere", () => {
  test.each([
    ["a file that cannot be read to its end", () => fileOf(`${manyRows}\n"OPEN\n`)],
    ["an upload that breaks off", () => brokenFile(manyRows, "\nSUMMER30_5OFF,b@example.com\n")],
  ])("of %s", async (_name, file) => {
    const before = await dumpDatabase(pool);
    await bring(deps, actor, file()).catch((error: Error) => expect(error.message).toBe("aborted"));
    expect(await dumpDatabase(pool)).toEqual(before);
  });

  test.each([
    ["thrown away", async (id: string) => valueOf(await discardImport(deps, actor, id))],
    ["forgotten", () => later(8, () => forgetImports(deps))],
  ])("of codes that are %s", async (_name, end) => {
    const before = await dumpDatabase(pool);
    await end(await stage("code,email\nSUMMER29_5OFF,a@example.com\nX X,b@example.com\n"));
    expect(await dumpDatabase(pool)).toEqual(before);
  });
});

describe("whom codes are for", () => {
  const codesOf = async (holder: string) => {
    const page = valueOf(
      await listCodes(deps, actor, { filter: { ...NO_FILTER, holder }, cursor: null }),
    );
    return page.rows.map(({ code }) => code).sort();
  };

  test("is known once the codes are used, by one person an address", async () => {
    const people = () => prisma.person.count();
    const before = await people();
    await list("SUMMER26_5OFF", "code,email\nH-1,eve@example.com\nH-2,EVE@Example.com\nH-3,\n");
    await list("SUMMER26_6OFF", "code,email,customer\nH-4,eve@example.com,\nH-5,,6123456789\n");
    expect(await codesOf("eve@example.com")).toEqual(["H-1", "H-2", "H-4"]);
    expect(await codesOf("6123456789")).toEqual(["H-5"]);
    expect((await people()) - before).toBe(2);
  });

  test("is forgotten of codes not used yet, when the customer is to be erased", async () => {
    const importId = await stage("code,email\nE-1,gone@example.com\nE-2,here@example.com\n");
    const named = { customerId: "7", email: "gone@example.com", phone: null };
    const who = { ...named, orderIds: [], messageId: "1" };
    await inTransaction(pool, (client) => redactCustomer(deps, client, at.shop, who));
    await addCampaign(deps, at, { name: "SUMMER26_12OFF", codeKind: "list", importId });
    expect(await codesOf("gone@example.com")).toEqual([]);
    expect(await codesOf("here@example.com")).toEqual(["E-2"]);
  });

  test("does not wait for the orders of the same campaign while they wait for it", async () => {
    const id = await list("SUMMER26_7OFF", "W-1\n");
    const importId = await stage("code,email\nW-2,new@example.com\n");
    const orders = await pool.connect();
    await orders.query("BEGIN");
    await orders.query("SELECT pg_advisory_xact_lock($1, $2)", [PEOPLE_LOCK, at.shop.id]);
    const adding = addCodes(deps, actor, id, { count: "", importId });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await orders.query("UPDATE campaign SET revision = revision WHERE id = $1", [id]);
    await orders.query("COMMIT");
    orders.release();
    valueOf(await adding);
    expect(await codesOf("new@example.com")).toEqual(["W-2"]);
  });
});

test("what a name says is known of a code once it is used", async () => {
  await list("WINTER26_5OFF", "SUMMER28_10OFF\nSUMMER27_10OFF\nNOTHING-1\n");
  const years = async (value: string) => {
    const filter = { ...NO_FILTER, dimension: { field: "yy", value } };
    return valueOf(await listCodes(deps, actor, { filter, cursor: null })).rows.length;
  };
  expect([await years("28"), await years("27")]).toEqual([1, 1]);
});

test("codes that became others' meanwhile are left out, and it is told which", async () => {
  const second = await stage("code,email\nL-1,c@example.com\nL-2,\nL-3,\nL 4,\n");
  await list("SUMMER26_8OFF", "L-1\nL-3\n");
  const id = await addCampaign(deps, at, {
    name: "SUMMER26_9OFF",
    codeKind: "list",
    importId: second,
  });
  const [batch] = await batchesOf(deps, at.shop.id, id);
  expect(batch).toMatchObject({ made: 1, wanted: 1, leftOut: second });
  const problems = () => exportProblems(deps, actor, second).then(valueOf);
  expect(await textOf((await problems()).body)).toBe(
    "line,code,reason\n" +
      "2,L-1,This became a code of SUMMER26_8OFF before these codes were used.\n" +
      "4,L-3,This became a code of SUMMER26_8OFF before these codes were used.\n",
  );
  await later(80, () => forgetImports(deps));
  expect(await batchesOf(deps, at.shop.id, id)).toMatchObject([{ leftOut: second }]);
  await later(91, () => forgetImports(deps));
  expect(await batchesOf(deps, at.shop.id, id)).toMatchObject([{ leftOut: null }]);
});

test("an export, imported again, has the same codes in the same order", async () => {
  const other = await addShop(deps, "round.myshopify.com");
  const codes = ["-ABC", "--1", "_Q", "007", "0", "1E5", "A", "SEP", "CODE-1", "Z-9"];
  await list("SUMMER26_11OFF", `code\n'-ABC\n${codes.slice(1).join("\n")}`);
  const campaign = await prisma.campaign.findFirstOrThrow({ where: { name: "SUMMER26_11OFF" } });
  const filter = { ...NO_FILTER, campaignId: campaign.id };
  const { body } = valueOf(await exportCodes(deps, actor, { filter, ids: null }));
  expect(await bring(deps, other.as("editor"), body)).toMatchObject({ sample: codes, bad: 0 });
});

test("as many imports as there are connections go on side by side", async () => {
  const few = await testDeps({ connections: 2 });
  const shop = await addShop(few, "few.myshopify.com");
  // Each waits in the middle until all have come so far.
  let waiting = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const halves = (first: string, second: string) => {
    const parts = [first, second].map((text) => new TextEncoder().encode(text));
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          if (parts.length === 1) {
            if ((waiting += 1) === 2) resolve();
            await promise;
          }
          const part = parts.shift();
          if (part) controller.enqueue(part);
          else controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  };
  const found = await Promise.all([
    bring(few, shop.as("editor"), halves(`${manyRows}\n`, "WINTER30_5OFF,x@example.com\n")),
    bring(few, shop.as("editor"), halves(`WINTER30_5OFF\n${manyRows}\n`, "SUMMER29_5OFF\n")),
  ]);
  expect(found).toMatchObject([{ rows: 10_052 }, { rows: 10_054 }]);
});
