import { expect, test } from "vitest";
import { stage } from "../control/fixtures/stage.ts";
import { scene } from "../orders/fixtures/world.ts";
import type { Discount } from "../state.ts";
import { statusOf } from "../admin/discounts/status.ts";
import { fillShop } from "./fill.ts";
import { HABITS } from "./habits.ts";
import { MESSY, type MessyOptions } from "./options.ts";

function filled(options: Partial<MessyOptions> = {}) {
  const { world, shop, events } = scene();
  shop.markets.push({ id: 1, name: "Europe", handle: "europe", status: "ACTIVE" });
  const filling = fillShop(world, shop, { ...MESSY, ...options });
  for (;;) {
    const next = filling.next();
    if (next.done) return { world, shop, events, summary: next.value };
  }
}

const codesOf = (discount: Discount) =>
  discount.method === "code" ? [...discount.redeemCodes].map(({ code }) => code) : [];

/** All of a shop that a run decides. */
const told = ({ shop }: ReturnType<typeof filled>) =>
  JSON.stringify(
    [...shop.discounts.values()].map((one) => [one, codesOf(one)]),
    (key, value: unknown) => (key === "redeemCodes" ? undefined : value),
  );

test("The same seed gives the same store, another one another", () => {
  const store = told(filled());
  expect(told(filled())).toBe(store);
  expect(told(filled({ seed: 2 }))).not.toBe(store);
});

test("A store has as many discounts and codes as were asked for, and every habit", () => {
  const { shop, summary } = filled({ discounts: 300, codes: 20_000 });
  expect(summary).toMatchObject({ discounts: 300, codes: 20_000 });
  expect(shop.codeIndex.size).toBe(20_001);
  expect(Object.keys(summary.habits).toSorted()).toEqual(HABITS.map(({ name }) => name).toSorted());
});

test("It is as messy as one that was used", () => {
  const { world, shop } = filled({ discounts: 300, codes: 20_000 });
  const discounts = [...shop.discounts.values()].slice(1);
  const share = (is: (one: Discount) => boolean) => discounts.filter(is).length / discounts.length;
  const status = (one: Discount) => statusOf(one, world.now());
  expect(share((one) => /^[A-Z]+\d\d_/.test(one.title))).toBeGreaterThan(0.15);
  expect(share((one) => status(one) === "EXPIRED")).toBeGreaterThan(0.25);
  expect(share((one) => status(one) === "ACTIVE")).toBeGreaterThan(0.2);
  expect(share((one) => status(one) === "SCHEDULED")).toBeGreaterThan(0);
  expect(share((one) => one.method === "automatic")).toBeGreaterThan(0);
  const lying = discounts.filter((one) => /^FREESHIP\d/.test(one.title) && one.type === "basic");
  expect(lying.length).toBeGreaterThan(0);
  const expired = discounts.filter((one) => status(one) === "EXPIRED" && codesOf(one).length > 20);
  expect(expired.length).toBeGreaterThan(0);
  expect(share((one) => one.method === "code" && one.redeemCodes.uses > 0)).toBeGreaterThan(0.5);
  const oldest = Math.min(...discounts.map(({ createdAt }) => createdAt.getTime()));
  expect(world.now().getTime() - oldest).toBeGreaterThan(500 * 86_400_000);
  const largest = Math.max(...discounts.map((one) => codesOf(one).length));
  expect(largest).toBeGreaterThan(8_000);
});

test("Nobody is told: it has long been there", () => {
  expect(filled().events).toEqual([]);
});

test("The route fills a shop, and refuses a store nobody has", async () => {
  const { post, shop } = await stage();
  const { status, body } = await post("/leaf/messy-store", { discounts: 20, codes: 500 });
  expect([status, body["discounts"], body["codes"]]).toEqual([200, 20, 500]);
  expect(shop.discounts.size).toBe(21);
  expect((await post("/leaf/messy-store", { codes: 2_000_000 })).status).toBe(422);
});
