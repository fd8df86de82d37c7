import { beforeEach, expect, test } from "vitest";

import { downloadExport } from "#app/services/compliance/download-export.server.ts";
import { gatherBodies } from "#app/services/compliance/gather-bodies.server.ts";
import { purgePrivacy } from "#app/services/compliance/purge-privacy.server.ts";
import { readPrivacy } from "#app/services/compliance/read-privacy.server.ts";
import { recordAccess } from "#app/services/compliance/record-access.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
let shops = 0;
let at: TestShop;
const ADA = { id: 7_000_000_007, email: "ada@example.com", phone: null };

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  const { domain } = at.shop;
  await deliver(deps, domain, {
    topic: "orders/create",
    payload: orderBody(1, { customer: { id: ADA.id } }),
  });
  await deliver(deps, domain, { topic: "customers/data_request", payload: { customer: ADA } });
  await processInbox(deps, at.shop.id);
});

const privacy = async () => valueOf(await readPrivacy(deps, at.as("admin")));

const gather = async () => {
  for (const { name, data } of await deps.takeJobs())
    if (name === "gather-bodies") await gatherBodies(deps, data);
};

test("what a customer asked for is a file, and whoever takes it is written down", async () => {
  const [request] = (await privacy()).requests.rows;
  expect(request).toMatchObject({ customerId: "7000000007", isWhole: false });
  const tooEarly = await downloadExport(deps, at.as("admin"), request?.id ?? "");
  expect(refusalOf(tooEarly)).toBe("conflict");
  await gather();
  const whole = { isWhole: true, takenAt: null };
  const dueAt = new Date(deps.now().getTime() + 30 * 86_400_000).toISOString();
  expect((await privacy()).requests.rows).toMatchObject([{ ...whole, dueAt }]);
  expect((await privacy()).accesses.rows).toEqual([]);
  const file = valueOf(await downloadExport(deps, at.as("admin"), request?.id ?? ""));
  expect(file.name).toBe("customer-7000000007.json");
  expect(JSON.parse(file.text)).toMatchObject({
    orders: [{ id: 1, name: "#1" }],
    webhooks: [{ topic: "orders/create", body: { id: 1, email: "ada@example.com" } }, {}],
  });
  const after = await privacy();
  expect(after.requests.rows).toMatchObject([{ takenAt: deps.now().toISOString() }]);
  expect(after.accesses.rows).toMatchObject([
    { who: "Ada the admin", what: "export.downloaded", people: 1 },
  ]);
});

test("only an admin may, of the own shop, and nothing that was refused is written down", async () => {
  const id = (await privacy()).requests.rows[0]?.id ?? "";
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  expect(refusalOf(await downloadExport(deps, at.as("editor"), id))).toBe("forbidden");
  expect(refusalOf(await downloadExport(deps, other.as("admin"), id))).toBe("not_found");
  expect(refusalOf(await downloadExport(deps, at.as("admin"), "x"))).toBe("not_found");
  expect(refusalOf(await readPrivacy(deps, at.as("reviewer")))).toBe("forbidden");
  expect((await privacy()).accesses.rows).toEqual([]);
});

test("a look-up that showed nobody is none; what was written down is never changed", async () => {
  await recordAccess(deps, at.as("editor"), "customers.searched", 0);
  expect((await privacy()).accesses.rows).toEqual([]);
  await recordAccess(deps, at.as("editor"), "customers.searched", 4);
  const change = deps.database.pool.query("UPDATE personal_access SET people = 0");
  await expect(change).rejects.toThrow("append-only");
});

test("answers are kept for 90 days, and who saw personal data for two years", async () => {
  await recordAccess(deps, at.as("editor"), "customers.searched", 4);
  const start = deps.clock.now;
  const left = async (days: number) => {
    deps.clock.now = new Date(start.getTime() + days * 86_400_000);
    await purgePrivacy(deps);
    const { requests, accesses } = await privacy();
    return [requests.total, accesses.total];
  };
  try {
    expect(await left(89)).toEqual([1, 1]);
    expect(await left(91)).toEqual([0, 1]);
    expect(await left(730)).toEqual([0, 1]);
    await recordAccess(deps, at.as("editor"), "customers.searched", 5);
    expect(await left(732)).toEqual([0, 1]);
    expect((await privacy()).accesses.rows).toMatchObject([{ people: 5 }]);
  } finally {
    deps.clock.now = start;
  }
});
