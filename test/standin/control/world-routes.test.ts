import { expect, test } from "vitest";
import { NOON } from "../orders/fixtures/world.ts";
import { stage } from "./fixtures/stage.ts";

test("the clock moves, and orders are dated by it", async () => {
  const { get, post } = await stage();
  const { body } = await post("/clock", { ms: 86_400_000 });
  expect(body["now"]).toBe("2026-06-02T12:00:00.000Z");
  expect((await get("/clock")).body["now"]).toBe("2026-06-02T12:00:00.000Z");
  expect((await post("/clock", {})).status).toBe(422);
});

test("calls of the app are listed by shop and operation", async () => {
  const { get, shop, world } = await stage();
  const call = {
    at: NOON,
    shop: shop.domain,
    kind: "mutation",
    operation: "AddCodes",
    fields: ["discountRedeemCodeBulkAdd"],
    requestedCost: 10,
    actualCost: 10,
    status: 200,
    outcome: "ok",
  } as const;
  world.calls.push(call, { ...call, operation: "Other", fields: ["shop"] });
  expect((await get("/calls?shop=leaf")).body["count"]).toBe(2);
  expect((await get("/calls?operation=discountRedeemCodeBulkAdd")).body["count"]).toBe(1);
  expect((await get("/calls?shop=other")).body["count"]).toBe(0);
});
