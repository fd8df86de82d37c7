import { expect, test } from "vitest";

import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { getCase } from "#app/services/case/get-case.server.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { FILTER } from "../case/stage.ts";
import { someOrders, tell } from "./fixtures.ts";
import { paul } from "./paul.ts";

const deps = await testDeps();
const { pool } = deps.database;
/** A shop that has seen others, so that shares mean something. */
const others = someOrders(11, 60);
const CODE = "SUMMER26_10OFF";

/** What a campaign without a limit per customer promises otherwise. */
async function open(name: string, terms: Record<string, string>): Promise<TestShop> {
  const at = await addShop(deps, `${name}.myshopify.com`, {
    identityKey: new Uint8Array(32).fill(7),
  });
  await addCampaign(deps, at, { perCustomer: "", ...terms });
  await tell(deps, at, others);
  return at;
}

async function flags({ shop }: TestShop) {
  const { rows } = await pool.query<{ day: string; kind: string }>(
    `SELECT (order_id - 9000000)::text AS day, kind FROM flag
     WHERE shop_id = $1 AND state = 'open' AND order_id > 9000000 ORDER BY order_id, kind`,
    [shop.id],
  );
  return rows.map(({ day, kind }) => [Number(day), kind]);
}

/** Of the same home as Paul, by another card, line and mailbox. */
const anna = (day: number) => ({
  ...paul(day, "anna.whitworth", CODE),
  browser_ip: `198.51.100.${day}`,
  shipping_address: { ...paul(day, "").shipping_address, first_name: "Anna" },
  billing_address: { ...paul(day, "").billing_address, first_name: "Anna" },
  payment_details: { credit_card_bin: "512345", credit_card_number: `•••• 700${day}` },
});

test("a household's uses beyond its limit are flagged, and freed uses count for nothing", async () => {
  const at = await open("household", { householdLimit: "2" });
  const shopId = at.shop.id;
  await tell(deps, at, [paul(1, "paul", CODE), anna(3), anna(5)]);
  await scoreOrders(deps, { shopId });
  expect(await flags(at)).toEqual([[5, "household_limit"]]);
  const reviewer = at.as("reviewer");
  const asked = { filter: { ...FILTER, text: "#5" }, cursor: null };
  const [found] = valueOf(await listCases(deps, reviewer, asked)).rows;
  expect(found?.sentence).toBe(`One household used ${CODE} 3 times; the limit is twice in total.`);
  const { detail } = valueOf(await getCase(deps, reviewer, found?.id ?? ""));
  expect(detail.flags.map(({ sentence }) => sentence)).toEqual([
    `Used ${CODE} 3 times in one household; the limit is twice in total.`,
  ]);

  const cancelled_at = "2026-06-02T10:00:00Z";
  const payload = { ...paul(1, "paul", CODE), cancelled_at, updated_at: cancelled_at };
  await deliver(deps, at.shop.domain, { topic: "orders/cancelled", payload });
  await processInbox(deps, shopId);
  await scoreOrders(deps, { shopId });
  expect(await flags(at)).toEqual([]);
  await rescoreOrders(deps, shopId);
  expect(await flags(at)).toEqual([]);
});

test("without such a limit a household uses it as often as it likes", async () => {
  const at = await open("no-household", {});
  await tell(deps, at, [paul(1, "paul", CODE), anna(3), anna(5)]);
  await scoreOrders(deps, { shopId: at.shop.id });
  expect(await flags(at)).toEqual([]);
});

test("a customer with an account who comes back as a guest for what is for new customers is flagged", async () => {
  const at = await open("for-new", { customerKind: "new" });
  const known = { ...paul(1, "paul"), customer: { id: 7, state: "enabled" } };
  const guest = { ...paul(4, "p.w", CODE), customer: { id: 8, state: "disabled" } };
  await tell(deps, at, [known, guest]);
  await scoreOrders(deps, { shopId: at.shop.id });
  expect(await flags(at)).toEqual([[4, "guest_round_trip"]]);

  const everyone = await open("for-everyone", {});
  await tell(deps, everyone, [known, guest]);
  await scoreOrders(deps, { shopId: everyone.shop.id });
  expect(await flags(everyone)).toEqual([]);
});

test("an order that is told late is beyond its limit by a later one that was told before", async () => {
  const at = await open("told-late", { perCustomer: "1" });
  await tell(deps, at, [paul(5, "paul", CODE)]);
  await scoreOrders(deps, { shopId: at.shop.id });
  expect(await flags(at)).toEqual([]);
  await tell(deps, at, [paul(3, "p.whitworth", CODE)]);
  await scoreOrders(deps, { shopId: at.shop.id });
  expect(await flags(at)).toEqual([[3, "over_limit"]]);
});
