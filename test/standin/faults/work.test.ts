import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CODES, finished, linesOf, read, run } from "../admin/bulk-operations/fixtures.ts";
import { ADD_CODES, createBasic, READ_CREATION } from "../admin/fixtures/discounts.ts";
import { openStandin, type Opened } from "../admin/fixtures/open.ts";
import type { FaultEffect } from "./rule.ts";

let opened: Opened;
let discount: string;
beforeEach(async () => {
  opened = await openStandin();
  discount = await createBasic(opened);
});
afterEach(() => opened.standin.stop());

const strike = (name: string, effect: FaultEffect): void => {
  opened.standin.outbound.faults.add({ match: { on: "work", name }, effect, times: 1 });
};

const add = async (...codes: readonly string[]): Promise<string> => {
  const variables = { id: discount, codes: codes.map((code) => ({ code })) };
  const made = await opened.payload<{ bulkCreation: { id: string } }>(ADD_CODES, variables);
  return made.bulkCreation.id;
};
const creation = (id: string) => opened.payload<object | null>(READ_CREATION, { id });
const codes = () => [...opened.shop.codeIndex.keys()];

describe("Adding codes", () => {
  const NAME = "discountRedeemCodeBulkAdd";

  test("may take its time", async () => {
    strike(NAME, { action: "delay", ms: 60_000 });
    const id = await add("A");
    opened.later(59_000);
    expect(await creation(id)).toMatchObject({ done: false });
    opened.later(2_000);
    expect(await creation(id)).toMatchObject({ done: true, importedCount: 1 });
  });

  test("may go half-way and be forgotten", async () => {
    strike(NAME, { action: "vanish", done: 1 });
    const id = await add("A", "B");
    opened.later();
    expect(await creation(id)).toBeNull();
    expect(codes()).toEqual(["summer26", "a"]);
  });

  test("may never say that it is done", async () => {
    strike(NAME, { action: "stall", done: 2 });
    const id = await add("A", "B");
    opened.later(3_600_000);
    expect(await creation(id)).toMatchObject({ done: false });
    expect(codes()).toEqual(["summer26", "a", "b"]);
  });

  test("may fail code by code, once", async () => {
    strike(NAME, { action: "fail", done: 1 });
    const id = await add("A", "B");
    opened.later();
    expect(await creation(id)).toMatchObject({
      done: true,
      importedCount: 1,
      failedCount: 1,
      codes: { nodes: [{ errors: [] }, { errors: [{ code: "INTERNAL_ERROR" }] }] },
    });
    const again = await add("B");
    opened.later();
    expect(await creation(again)).toMatchObject({ importedCount: 1, failedCount: 0 });
  });
});

test("A job may be forgotten before it has done anything", async () => {
  strike("discountCodeBulkDelete", { action: "vanish", done: 0 });
  const remove = `mutation Remove($ids: [ID!]) { discountCodeBulkDelete(ids: $ids) { job { id } } }`;
  const { job } = await opened.payload<{ job: { id: string } }>(remove, { ids: [discount] });
  opened.later();
  expect(
    await opened.payload("query Job($id: ID!) { job(id: $id) { done } }", { id: job.id }),
  ).toBeNull();
  expect(opened.shop.discounts.size).toBe(1);
});

describe("A bulk operation", () => {
  const NAME = "bulkOperationRunQuery";
  beforeEach(async () => {
    await add("A", "B");
    opened.later();
  });

  test("may fail with what it has", async () => {
    strike(NAME, { action: "fail", done: 3 });
    const done = await finished(opened, await run(opened, CODES));
    expect(done).toMatchObject({
      status: "FAILED",
      errorCode: "INTERNAL_SERVER_ERROR",
      objectCount: "3",
      url: null,
    });
    expect(await linesOf(done.partialDataUrl)).toHaveLength(3);
    expect(opened.events.at(-1)?.payload).toMatchObject({ error_code: "internal_server_error" });
  });

  test("may run for ever, and still be canceled", async () => {
    strike(NAME, { action: "stall", done: 1 });
    const id = await run(opened, CODES);
    opened.later(3_600_000);
    opened.later(3_600_000);
    expect(await read(opened, id)).toMatchObject({ status: "RUNNING", objectCount: "1" });
    const cancel = `mutation Cancel($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } } }`;
    await opened.payload(cancel, { id });
    expect(await finished(opened, id)).toMatchObject({ status: "CANCELED" });
  });

  test("may vanish", async () => {
    strike(NAME, { action: "vanish", done: 1 });
    const id = await run(opened, CODES);
    opened.later();
    opened.later();
    expect(await read(opened, id)).toBeNull();
  });
});
