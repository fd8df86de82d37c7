import { beforeEach, describe, expect, test } from "vitest";

import { usualForm } from "#app/domain/case/decision.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { foundUses } from "#app/services/calibration/found-uses.server.ts";
import { readCalibration } from "#app/services/calibration/read-calibration.server.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import { someOrders, tell } from "../identity/fixtures.ts";
import { foundOn, openTwo, order, SUMMER, WINTER } from "./two-codes.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;
let summer: string;
let winter: string;

beforeEach(async () => {
  ({ at, summer, winter } = await openTwo(deps, `calibration-two-${(shops += 1)}`));
});

const usesOf = async (...ids: string[]) =>
  inTransaction(pool, (client) => foundUses(client, at.shop.id, ids));
const flagsOf = (orderId: bigint) =>
  prisma.flag.findMany({ where: { shopId: at.shop.id, orderId }, orderBy: { codeKey: "asc" } });

describe("what was found of each use", () => {
  /** Paul orders under an account of its own each time. */
  const paul = (day: number, ...codes: string[]) => {
    const address = {
      ...{ first_name: "Paul", last_name: "Whitworth", address1: "12 Quarry Lane" },
      ...{ city: "Leeds", zip: "LS9 9ZZ", country_code: "GB" },
    };
    return {
      ...{ id: 9_000_000 + day, name: `#${day}`, email: `p${day}@example.com`, currency: "EUR" },
      ...{ total_price: "30.00", financial_status: "paid", browser_ip: "203.0.113.9" },
      ...{ created_at: `2026-06-0${day}T10:00:00Z`, updated_at: `2026-06-0${day}T10:00:00Z` },
      ...{ customer: { id: 7_000_000_000 + day } },
      ...{ shipping_address: address, billing_address: address },
      payment_details: { credit_card_bin: "437551", credit_card_number: "•••• 4821" },
      discount_codes: codes.map((code) => ({ code, amount: "5.00" })),
    };
  };

  test("is what its flag says, of each order as it is scored live", async () => {
    await tell(deps, at, [
      ...someOrders(11, 60),
      ...[paul(1, SUMMER), paul(3, SUMMER, WINTER), paul(5, WINTER)],
    ]);
    await scoreOrders(deps, { shopId: at.shop.id });
    for (const id of [9_000_003n, 9_000_005n]) {
      const flags = (await flagsOf(id)).filter(({ state }) => state === "open");
      expect(flags.length).toBeGreaterThan(0);
      const found = (await usesOf(String(id))).get(String(id)) ?? [];
      for (const { codeKey, campaignId, rawScore, kind } of flags)
        expect(found).toContainEqual(
          expect.objectContaining({ codeKey, campaignId, kind, score: rawScore }),
        );
    }
    // Winter's first use on the order with both is no flag, and below what summer's second one is.
    const uses = (await usesOf("9000003")).get("9000003") ?? [];
    const scoreOf = (code: string) => uses.find(({ codeKey }) => codeKey === code)?.score ?? 0;
    expect(scoreOf(SUMMER)).toBeGreaterThan(0.8);
    expect(scoreOf(WINTER)).toBeLessThan(0.8);
  });

  test("takes in a refund that came later, as the flags do", async () => {
    await tell(deps, at, [
      ...someOrders(11, 60),
      ...[paul(1, SUMMER, WINTER), paul(3, SUMMER, WINTER)],
    ]);
    await scoreOrders(deps, { shopId: at.shop.id });
    await deliver(deps, at.shop.domain, {
      topic: "refunds/create",
      payload: {
        ...{ id: 1, order_id: 9_000_003, created_at: "2026-06-04T10:00:00Z" },
        transactions: [{ kind: "refund", status: "success", amount: "25.00" }],
      },
    });
    await processInbox(deps, at.shop.id);
    await scoreOrders(deps, { shopId: at.shop.id });
    await rescoreOrders(deps, at.shop.id);
    const flags = await flagsOf(9_000_003n);
    expect(flags.map(({ codeKey }) => codeKey)).toEqual([SUMMER, WINTER]);
    const uses = (await usesOf("9000003")).get("9000003") ?? [];
    expect(uses.map(({ codeKey, score }) => [codeKey, score]).toSorted()).toEqual(
      flags.map(({ codeKey, rawScore }) => [codeKey, rawScore]),
    );
  });
});

describe("orders nobody looked at", () => {
  /** Somebody whose first order was abuse; the second has both codes. */
  beforeEach(async () => {
    await order(deps, at, { id: 1, who: 7, codes: [SUMMER] });
    await order(deps, at, { id: 2, who: 7, codes: [SUMMER] });
    const [flag] = await flagsOf(2n);
    const form = { ...usualForm("abuse"), disqualify: "" };
    valueOf(await decideCase(deps, at.as("reviewer"), flag?.caseId ?? "", form));
  });
  const unseen = async () => {
    const { of, rows } = valueOf(await readCalibration(deps, at.as("reviewer"))).unseen;
    expect(of).toBe(rows.length);
    return rows.map(({ name, code, score }) => [name, code, Math.round(score * 100)]);
  };

  test("are uses with their own scores: one that was flagged hides no other", async () => {
    await order(deps, at, { id: 3, who: 7, codes: [SUMMER, WINTER] });
    await foundOn(deps, at, 3, [
      { campaignId: summer, found: [["overshoot", 5]] },
      { campaignId: winter, found: [["over_limit", 1]] },
    ]);
    expect((await flagsOf(3n)).map(({ codeKey }) => codeKey)).toEqual([SUMMER]);
    expect(await unseen()).toEqual([["#3", WINTER, 67]]);
  });

  test("stand with orders of one use, the likelier first", async () => {
    await order(deps, at, { id: 3, who: 7, codes: [SUMMER, WINTER] });
    await foundOn(deps, at, 3, [
      { campaignId: summer, found: [] },
      { campaignId: winter, found: [["over_limit", 0]] },
    ]);
    await order(deps, at, { id: 4, who: 7, codes: ["NOBODYS"] });
    await foundOn(deps, at, 4, [{ campaignId: summer, found: [["velocity", 1]] }]);
    expect(await unseen()).toEqual([
      ["#4", null, 67],
      ["#3", WINTER, 50],
    ]);
  });
});
