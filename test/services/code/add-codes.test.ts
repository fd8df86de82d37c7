import { beforeEach, expect, test } from "vitest";

import { addCodes } from "#app/services/code/add-codes.server.ts";
import { batchesOf } from "#app/services/code/list-batches.server.ts";
import { stageImport } from "#app/services/import/stage-import.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";
import { addUniqueCampaign, codesOf, firstCodes, makeAll, stateOf } from "./unique-campaign.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `add-${(shops += 1)}.myshopify.com`);
});

const add = (id: string, count: number) =>
  addCodes(deps, at.as("editor"), id, { count: String(count), importId: "" });

async function importOf(beginning: string, count: number): Promise<string> {
  const lines = Array.from({ length: count }, (_, i) => `${beginning}-${i}`).join("\n");
  const body = new Response(`${lines}\n`).body!;
  return valueOf(await stageImport(deps, at.as("editor"), { fileName: "codes.csv", body })).id;
}

/** 50,000 of the 100,000 codes with five digits may be made. */
const HALF_OF_FIVE_DIGITS = 50_000;

test("codes that are ordered but not made yet take room", async () => {
  const id = await addUniqueCampaign(deps, at, "DIGAB", { count: 20_000, unique: "5,digits" });
  expect(await add(id, 30_001)).toMatchObject({
    refusal: {
      problems: [
        {
          field: "count",
          message:
            "At most 30000 more codes fit: past that, every second guess would find one. " +
            "Make the others in a new campaign with longer codes.",
        },
      ],
    },
  });
  valueOf(await add(id, 30_000));
  expect(await add(id, 1)).toMatchObject({
    refusal: {
      problems: [
        {
          message:
            "No more codes fit: past that, every second guess would find one. " +
            "Make more in a new campaign with longer codes.",
        },
      ],
    },
  });
  await makeAll(deps);
  const made = HALF_OF_FIVE_DIGITS;
  expect(await stateOf(deps, at.shop.id, id)).toEqual({
    codeCount: made,
    nextSerial: made,
    codes: made,
    keys: made,
  });
  expect(refusalOf(await add(id, 1))).toBe("count");
});

test("room that a cancelled batch never used is free again", async () => {
  const id = await addUniqueCampaign(deps, at, "DIGAB", { count: 10, unique: "5,digits" });
  valueOf(await add(id, 40_000));
  await prisma.codeBatch.updateMany({
    where: { campaignId: id, wanted: 40_000 },
    data: { state: "cancelled" },
  });
  valueOf(await add(id, 40_000));
});

test("two who order the last room at once do not both get it", async () => {
  const id = await addUniqueCampaign(deps, at, "DIGAB", { count: 10, unique: "5,digits" });
  const answers = await Promise.all([add(id, 30_000), add(id, 30_000)]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("a top-up goes on where the last batch stopped, at once when it is small", async () => {
  const id = await addUniqueCampaign(deps, at, "TOPUP", { count: 100 });
  valueOf(await add(id, 50));
  expect(await codesOf(deps, at.shop.id, id)).toEqual(await firstCodes(deps, at, id, 150));
  valueOf(await add(id, 6_000));
  await makeAll(deps);
  expect(await codesOf(deps, at.shop.id, id)).toEqual(await firstCodes(deps, at, id, 6_150));
  expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ codeCount: 6_150, keys: 6_150 });
});

test("a small batch that meets a code of another campaign is finished by a job", async () => {
  const id = await addUniqueCampaign(deps, at, "SMALL", { count: 10 });
  const [taken = "", next = ""] = (await firstCodes(deps, at, id, 12)).slice(10);
  const open = await addCampaign(deps, at);
  await prisma.code.updateMany({
    where: { campaignId: open },
    data: { code: taken, codeKey: taken },
  });
  await deps.takeJobs();
  deps.clock.now = new Date(deps.clock.now.getTime() + 1_000);
  valueOf(await add(id, 1));
  await makeAll(deps);
  expect(await codesOf(deps, at.shop.id, id)).toContain(next);
  expect(await batchesOf(deps, at.shop.id, id)).toMatchObject([
    { wanted: 1, made: 1, state: "made" },
    { wanted: 10, made: 10, state: "made" },
  ]);
});

test.each([
  ["twice a week", { perCustomer: "2", limitWindow: "week" }, 50, 51, "importId"],
  ["twice a week, the last that fits", { perCustomer: "2", limitWindow: "week" }, 50, 50, ""],
  ["twice a week, a long list already", { perCustomer: "1", limitWindow: "lifetime" }, 101, 1, ""],
  ["once per customer", { perCustomer: "1", limitWindow: "lifetime" }, 50, 100, ""],
  ["no limit", { perCustomer: "", limitWindow: "lifetime" }, 50, 100, ""],
])("a list for %s keeps what the checkout can hold", async (_, limit, first, more, field) => {
  const ofList = { codeKind: "list" as const, usesPerCode: "5", ...limit };
  const id = await addCampaign(deps, at, { ...ofList, importId: await importOf("FIRST", first) });
  const importId = await importOf("MORE", more);
  const answer = await addCodes(deps, at.as("editor"), id, { count: "", importId });
  expect(answer.ok ? "" : refusalOf(answer)).toBe(field);
  expect(await stateOf(deps, at.shop.id, id)).toMatchObject({
    codeCount: field === "" ? first + more : first,
  });
  // What was refused can still be used.
  const { state } = await prisma.codeImport.findFirstOrThrow({ where: { id: importId } });
  expect(state).toBe(field === "" ? "used" : "ready");
});

test("what cannot be added is refused beside its field", async () => {
  const id = await addUniqueCampaign(deps, at, "REFUSE", { count: 1 });
  const open = await addCampaign(deps, at);
  for (const count of ["", "0", "-1", "1.5", "1e3", "1000001", "9".repeat(40)])
    expect(refusalOf(await addCodes(deps, at.as("editor"), id, { count, importId: "" }))).toBe(
      "count",
    );
  expect(refusalOf(await add(open, 1))).toBe("count");
  const gone = { count: "", importId: deps.newId() };
  expect(refusalOf(await addCodes(deps, at.as("editor"), id, gone))).toBe("importId");
  const form = { count: "1", importId: "" };
  expect(refusalOf(await addCodes(deps, at.as("viewer"), id, form))).toBe("forbidden");
  expect(refusalOf(await addCodes(deps, at.as("editor"), deps.newId(), form))).toBe("not_found");
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  expect(refusalOf(await addCodes(deps, other.as("admin"), id, form))).toBe("not_found");
  await prisma.campaign.updateMany({ where: { id }, data: { wanted: "ended" } });
  expect(refusalOf(await add(id, 1))).toBe("conflict");
  expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ codeCount: 1, codes: 1 });
});
