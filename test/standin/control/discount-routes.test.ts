import { describe, expect, test } from "vitest";
import { stage, type Stage } from "./fixtures/stage.ts";

const TOPICS = ["discounts/create", "discounts/update", "discounts/redeemcode_added"];

/** What has been announced since the last look: topic, and the code if it is about one. */
function heard({ events }: Stage): string[] {
  return events.splice(0).map(({ topic, payload }) => {
    const { redeem_code: code } = payload as { redeem_code?: { code: string } };
    return code ? `${topic} ${code.code}` : topic;
  });
}

const made = async (at: Stage, body: object) => {
  const answer = await at.post("/leaf/discounts", body);
  expect(answer.body).toHaveProperty("id");
  return Number(answer.body["id"]);
};

describe("Staff", () => {
  test("makes a discount with codes of its own", async () => {
    const at = await stage();
    const id = await made(at, { title: "Flyer", percentage: 15, codes: ["FLY-1", "FLY-2"] });
    expect(heard(at)).toEqual([
      "discounts/create",
      "discounts/redeemcode_added FLY-1",
      "discounts/redeemcode_added FLY-2",
      "discounts/update",
    ]);
    expect(at.shop.discounts.get(id)).toMatchObject({
      title: "Flyer",
      offer: { kind: "percentage", fraction: 0.15 },
      audience: { kind: "all" },
    });
    expect(at.shop.codeIndex.get("fly-2")).toBe(id);
  });

  test("makes what Shopify would refuse as little as anybody", async () => {
    const { post, shop } = await stage();
    const taken = await post("/leaf/discounts", { code: "tea10", percentage: 10 });
    expect(taken.status).toBe(409);
    expect(taken.body["message"]).toContain("TAKEN");
    expect((await post("/leaf/discounts", { code: "X", percentage: 200 })).status).toBe(409);
    expect((await post("/leaf/discounts", { code: "X", percent: 20 })).status).toBe(422);
    expect(shop.discounts.size).toBe(1);
  });

  test("changes title, value, dates, limit and segment, and leaves the rest", async () => {
    const at = await stage();
    const id = await made(at, { code: "WELCOME", percentage: 10, usageLimit: 5 });
    heard(at);
    const endsAt = "2026-09-01T00:00:00Z";
    await at.post(`/leaf/discounts/${id}`, {
      title: "Hello",
      endsAt,
      segmentId: 6,
      amount: "7.50",
    });
    expect(heard(at)).toEqual(["discounts/update"]);
    expect(at.shop.discounts.get(id)).toMatchObject({
      title: "Hello",
      endsAt: new Date(endsAt),
      usageLimit: 5,
      audience: { kind: "segments", ids: ["gid://shopify/Segment/6"] },
      offer: { kind: "amount", amount: 750 },
    });
    await at.post(`/leaf/discounts/${id}`, { segmentId: null, endsAt: null, usageLimit: null });
    expect(at.shop.discounts.get(id)).toMatchObject({
      endsAt: undefined,
      usageLimit: undefined,
      audience: { kind: "all" },
    });
  });

  test("adds, removes and renames codes, all or none", async () => {
    const at = await stage();
    const id = await made(at, { code: "A", percentage: 10 });
    heard(at);
    const answer = await at.post(`/leaf/discounts/${id}/codes`, {
      add: ["B", "C"],
      rename: { a: "A2" },
    });
    expect(answer.body).toMatchObject({ codeCount: 3 });
    expect(heard(at)).toEqual([
      "discounts/redeemcode_removed A",
      "discounts/redeemcode_added B",
      "discounts/redeemcode_added C",
      "discounts/redeemcode_added A2",
      "discounts/update",
    ]);
    const refused = await at.post(`/leaf/discounts/${id}/codes`, { remove: ["B"], add: ["TEA10"] });
    expect(refused.status).toBe(409);
    expect((await at.post(`/leaf/discounts/${id}/codes`, { remove: ["NONE"] })).status).toBe(404);
    expect([...at.shop.codeIndex.keys()]).toEqual(["tea10", "b", "c", "a2"]);
    expect(heard(at)).toEqual([]);
  });
});

test("Another app asks whatever the Admin API answers, out of another bucket", async () => {
  const at = await stage();
  const query = `mutation Make($input: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) {
      codeDiscountNode { id } userErrors { code } } }`;
  const input = {
    title: "Ship",
    code: "SHIP",
    startsAt: "2026-01-01T00:00:00Z",
    context: { all: "ALL" },
    destination: { all: true },
  };
  const before = at.shop.bucket.available;
  const { body } = await at.post("/leaf/graphql", { query, variables: { input } });
  expect(body).toMatchObject({ data: { discountCodeFreeShippingCreate: { userErrors: [] } } });
  expect(at.shop.bucket.available).toBe(before);
  expect(at.world.calls).toEqual([]);
  expect(heard(at).filter((topic) => TOPICS.includes(topic))).toEqual(["discounts/create"]);
  const nonsense = await at.post("/leaf/graphql", { query: "{ nonsense }" });
  expect(nonsense.body).toMatchObject({ errors: [{}] });
});
