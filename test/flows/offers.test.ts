import { describe, expect, test } from "vitest";

import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { Agreed } from "#app/domain/discount/merge.ts";
import { askJson } from "#test/demo/http.ts";
import type { Buyer, Checkout } from "#test/demo/shopper-client.ts";
import type { Product } from "#test/standin/state.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

/* Every kind of offer, as a merchant types it, as Shopify holds it, and as a checkout gives it. */
const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");

const product = (title: string): Product => {
  const found = demo.shop.products.find((each) => each.title === title);
  if (!found) throw new Error(`Nobody sells ${title}.`);
  return found;
};
const mug = product("Harbour mug");
const board = product("Oak board");
const pen = product("Brass pen");
const [kitchen] = demo.shop.collections.filter(({ title }) => title === "Kitchen");
const priceOf = ({ variants }: Product, index = 0): number => variants[index]?.price ?? 0;
const idOf = ({ id }: { id: number }): string => String(id);

type Line = { of: Product; variant?: number; quantity: number };
type Cart = { lines: Line[]; buyer?: Buyer; country?: string };
type Priced = Checkout & { price: { discounts: number; shipping: number } };
let shoppers = 0;

/** What a code takes off a cart; null when it is refused. Each shopper is somebody else. */
async function takenOff(code: string, { lines, buyer, country }: Cart): Promise<number | null> {
  const base = `${app.standin.url}/storefront/${demo.shop.handle}/checkouts`;
  const body = {
    lines: lines.map(({ of, variant = 0, quantity }) => ({
      variantId: `gid://shopify/ProductVariant/${of.variants[variant]?.id}`,
      quantity,
    })),
    buyer: buyer ?? { email: `shopper-${(shoppers += 1)}@example.com` },
    ...(country ? { address: { country } } : {}),
  };
  const post = <T>(url: string, sent: object) => askJson<T>(url, { method: "POST", body: sent });
  const { token } = await post<Checkout>(`${base}.json`, body);
  const priced = await post<Priced>(`${base}/${token}/codes.json`, { code });
  const verdict = priced.verdicts.find((each) => each.code.toUpperCase() === code);
  return verdict?.status === "accepted" ? priced.price.discounts : null;
}

/** Both sides stand at the same, and the page says so. */
async function expectAgreed(id: string): Promise<void> {
  const row = await app.deps.database.prisma.campaign.findFirstOrThrow({ where: { id } });
  const { ours, theirs } = row.agreed as Agreed;
  expect(theirs).toEqual(ours);
  expect((await demo.detail(id)).sync).toMatchObject({ state: "synced", error: null });
}

async function made(code: string, form: Partial<CampaignForm>): Promise<string> {
  const id = await demo.campaign(code, form);
  await expectAgreed(id);
  return id;
}

async function changed(id: string, form: Partial<CampaignForm>): Promise<void> {
  await demo.edit(id, form);
  await expectAgreed(id);
}

describe("made, changed, read back the same, and given at the checkout", () => {
  test("a percentage off a collection, then off two products and a variant", async () => {
    const CODE = "SUMMER26_20OFF";
    const form = { percentage: "20", items: "collections", collectionIds: idOf(kitchen ?? mug) };
    const id = await made(CODE, form);
    const both = [
      { of: mug, quantity: 1 },
      { of: pen, quantity: 1 },
    ];
    expect(await takenOff(CODE, { lines: both })).toBe(Math.round(priceOf(mug) * 0.2));

    const [first] = board.variants;
    await changed(id, {
      ...{ percentage: "50", items: "products", productIds: idOf(pen) },
      variantIds: first ? idOf(first) : "",
    });
    expect(await takenOff(CODE, { lines: both })).toBe(Math.round(priceOf(pen) * 0.5));
    const boards = [
      { of: board, quantity: 1 },
      { of: board, variant: 1, quantity: 1 },
    ];
    expect(await takenOff(CODE, { lines: boards })).toBe(Math.round(priceOf(board) * 0.5));
    expect(await takenOff(CODE, { lines: [{ of: mug, quantity: 1 }] })).toBeNull();
  });

  test("an amount off each of some items, then once off everything from a minimum", async () => {
    const CODE = "SUMMER26_3EUROFF";
    const form = { offerKind: "fixed_amount", amount: "3", items: "products" };
    const id = await made(CODE, { ...form, productIds: idOf(mug), eachItem: "on" });
    expect(await takenOff(CODE, { lines: [{ of: mug, quantity: 3 }] })).toBe(900);

    const minimum = { minimum: "quantity", minimumQuantity: "3" };
    await changed(id, { items: "all", eachItem: "", ...minimum });
    expect(await takenOff(CODE, { lines: [{ of: pen, quantity: 2 }] })).toBeNull();
    expect(await takenOff(CODE, { lines: [{ of: pen, quantity: 3 }] })).toBe(300);

    await changed(id, { minimum: "subtotal", minimumSubtotal: "100", amount: "7.50" });
    expect(await takenOff(CODE, { lines: [{ of: mug, quantity: 1 }] })).toBeNull();
    expect(await takenOff(CODE, { lines: [{ of: pen, quantity: 3 }] })).toBe(750);
  });

  test("free shipping to some countries, then everywhere but of cheap rates only", async () => {
    const CODE = "SUMMER26_FREESHIP";
    const lines = [{ of: mug, quantity: 1 }];
    const form = { offerKind: "free_shipping", shipsTo: "countries", countries: "AT,CH" };
    const id = await made(CODE, form);
    expect(await takenOff(CODE, { lines, country: "AT" })).toBe(590);
    expect(await takenOff(CODE, { lines, country: "DE" })).toBeNull();

    await changed(id, { countries: "DE,FR" });
    expect(await takenOff(CODE, { lines, country: "DE" })).toBe(590);

    await changed(id, { shipsTo: "everywhere", maximumPrice: "5.89" });
    expect(await takenOff(CODE, { lines, country: "AT" })).toBeNull();
    await changed(id, { maximumPrice: "5.90" });
    expect(await takenOff(CODE, { lines, country: "AT" })).toBe(590);
    await changed(id, { maximumPrice: "" });
  });

  test("buy two mugs, get a pen, then spend so much on kitchen things, get two at half the price", async () => {
    const CODE = "SUMMER26_DISCOUNT";
    const id = await made(CODE, {
      ...{ offerKind: "buy_x_get_y", buysProductIds: idOf(mug), buysQuantity: "2" },
      ...{ items: "products", productIds: idOf(pen) },
    });
    const cart = (mugs: number, pens: number) => ({
      lines: [
        { of: mug, quantity: mugs },
        { of: pen, quantity: pens },
      ],
    });
    expect(await takenOff(CODE, cart(1, 1))).toBeNull();
    expect(await takenOff(CODE, cart(2, 1))).toBe(priceOf(pen));
    expect(await takenOff(CODE, cart(4, 2))).toBe(2 * priceOf(pen));

    await changed(id, { usesPerOrder: "1" });
    expect(await takenOff(CODE, cart(4, 2))).toBe(priceOf(pen));

    await changed(id, {
      ...{ buysItems: "collections", buysCollectionIds: idOf(kitchen ?? mug) },
      ...{ buysNeed: "amount", buysAmount: "20", usesPerOrder: "" },
      ...{ getsQuantity: "2", getsEffect: "percentage", getsPercentage: "50" },
    });
    expect(await takenOff(CODE, { lines: [{ of: mug, quantity: 1 }] })).toBeNull();
    expect(await takenOff(CODE, cart(2, 2))).toBe(priceOf(pen));
  });

  test("for two customers by name, then for one of them and a third", async () => {
    const CODE = "SUMMER26_15OFF";
    const ids = [0, 1, 2].map((index) => idOf(demo.customer(index)));
    const lines = [{ of: mug, quantity: 1 }];
    const as = (index: number) =>
      takenOff(CODE, { lines, buyer: { customer: demo.customer(index).email, signedIn: true } });
    const form = { percentage: "15", audience: "customers" };
    const id = await made(CODE, { ...form, customerIds: `${ids[0]},${ids[1]}` });
    expect(await as(0)).toBeGreaterThan(0);
    expect(await as(2)).toBeNull();
    expect(await takenOff(CODE, { lines })).toBeNull();

    await changed(id, { customerIds: `${ids[1]},${ids[2]}` });
    expect(await as(0)).toBeNull();
    expect(await as(2)).toBeGreaterThan(0);
    await changed(id, { audience: "all" });
    expect(await takenOff(CODE, { lines })).toBeGreaterThan(0);
  });

  test("together with discounts on shipping, then with none", async () => {
    const CODE = "SUMMER26_25OFF";
    const id = await made(CODE, { percentage: "25", combinesShipping: "on" });
    const { combinesWith } = [...demo.shop.discounts.values()].find(
      ({ title }) => title === CODE,
    ) ?? { combinesWith: null };
    expect(combinesWith).toEqual({ ORDER: false, PRODUCT: false, SHIPPING: true });
    await changed(id, { combinesShipping: "", combinesProduct: "on" });
  });
});

test("what a merchant chose is named on the campaign’s page and in its form", async () => {
  const id = await demo.campaign("SUMMER26_30OFF", {
    ...{ percentage: "30", items: "products", productIds: idOf(pen) },
    variantIds: idOf(mug.variants[1] ?? mug),
  });
  const names = ["Brass pen", "Harbour mug - Sand"];
  for (const route of ["app.campaigns.$id._index", "app.campaigns.$id.edit"]) {
    const { chosen } = await demo.staff.read<{ chosen: { name: string }[] }>(route, {
      params: { id },
    });
    expect(chosen.map(({ name }) => name)).toEqual(names);
  }
  const copy = await demo.staff.read<{ chosen: { name: string }[]; initial: CampaignForm }>(
    "app.campaigns.new",
    { search: `?from=${id}` },
  );
  expect(copy.chosen.map(({ name }) => name)).toEqual(names);
  expect(copy.initial).toMatchObject({ percentage: "30", productIds: idOf(pen) });
});
