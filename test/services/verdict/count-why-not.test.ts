import { beforeEach, describe, expect, test } from "vitest";

import { addException } from "#app/services/exception/add-exception.server.ts";
import { setMembership } from "#app/services/segment/set-membership.server.ts";
import { askWhyNot } from "#app/services/verdict/ask-why-not.server.ts";
import { countWhyNot } from "#app/services/verdict/count-why-not.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";
import { shopifyWith } from "./shopify.ts";

const CODE = "SUMMER26_10OFF";
const accounts = Array.from({ length: 6 }, (_, index) => {
  return { id: String(index + 1), name: "", email: `c${index + 1}@example.com`, orders: 0 };
});
const deps = await testDeps({ adminApi: () => shopifyWith(accounts) as never });
let shops = 0;
let at: TestShop;
let on: ReturnType<typeof guardStage>;

beforeEach(async () => {
  at = await addShop(deps, `count-${(shops += 1)}.myshopify.com`);
  on = guardStage(deps, at);
});

const count = async (of: string, code = CODE) =>
  valueOf(await countWhyNot(deps, at.as("viewer"), { code, of }));
const member = (membership: string, customerIds: string[]) =>
  setMembership(deps.database.pool, {
    ...{ shopId: at.shop.id, membership, customerIds, member: true, now: deps.now() },
  });
const buyer = (id: number) => ({ customer: { id }, email: `c${id}@example.com` });

describe("how many could use a code", () => {
  test("is what each of them is told, over all and over a segment", async () => {
    await on.campaign(CODE, { perCustomer: "1", limitWindow: "lifetime", allTags: "vip" });
    await on.order(CODE, "2026-06-10", buyer(1));
    await on.order(CODE, "2026-06-10", buyer(2));
    await on.order(CODE, "2026-06-11", { customer: null, email: "guest@example.com" });
    await member("#vip", ["1", "3", "4", "5"]);
    valueOf(
      await addException(deps, at.as("reviewer"), {
        ...{ kind: "disqualified", customerId: "5", email: "", scope: "everything" },
        ...{ until: "", reason: "Resells." },
      }),
    );
    const all = await count("all", ` ${CODE.toLowerCase()} `);
    expect(all).toMatchObject({ people: 5, accept: 2, notKnown: 0, day: "2026-06-15" });
    expect(all.reasons.map(({ reason, people }) => [reason, people])).toEqual([
      ["disqualified", 1],
      ["limit_reached", 1],
      ["not_eligible", 1],
    ]);
    const vips = await count("#vip");
    expect(vips).toMatchObject({ of: "the tag vip", people: 4, accept: 2 });

    const told = await Promise.all(
      ["1", "2", "3", "4", "5"].map(async (customer) => {
        const form = { code: CODE, customer, order: "", state: "signed_in", at: "", language: "" };
        const { outcome, reason } = valueOf(await askWhyNot(deps, at.as("admin"), form));
        return reason ?? outcome;
      }),
    );
    expect(told.sort()).toEqual(
      ["accept", "accept", "disqualified", "limit_reached", "not_eligible"].sort(),
    );
  });

  test("says of whom only Shopify's count can tell, and what Shopify itself holds", async () => {
    await on.campaign(CODE, { customerKind: "returning" });
    await on.campaign("WINTER26_10OFF", { allTags: "vip" });
    await member("#vip", ["3"]);
    await on.order("OTHER", "2026-06-10", buyer(1));
    const all = await count("all");
    expect(all).toMatchObject({ accept: all.people, notKnown: 1 });
    expect(all.shopify.join()).toContain("waiting for shopify");
  });

  test("goes on over more than are looked at at once, and over nobody of another shop", async () => {
    const other = await addShop(deps, `count-other-${shops}.myshopify.com`);
    await guardStage(deps, other).campaign(CODE, { allTags: "vip" });
    await on.campaign(CODE, { allTags: "vip" });
    const ids = Array.from({ length: 5_300 }, (_, index) => String(index + 100));
    await member("#vip", ids);
    expect(await count("#vip")).toMatchObject({ people: 5_300, accept: 5_300, reasons: [] });
    const theirs = { code: CODE, of: "all" };
    expect(valueOf(await countWhyNot(deps, other.as("viewer"), theirs)).people).toBe(0);
  });

  test("ends when nobody waits for it any more", async () => {
    await on.campaign(CODE, { allTags: "vip" });
    await member("#vip", ["1"]);
    const asked = { code: CODE, of: "all" };
    const counting = countWhyNot(deps, at.as("viewer"), asked, AbortSignal.abort());
    await expect(counting).rejects.toThrow("aborted");
  });

  test.each([
    ["NOT_OURS", "all", "code"],
    ["", "all", "code"],
    [CODE, "12345", "of"],
    [CODE, "#nobody", "of"],
  ])("of %j over %s is refused beside the field", async (code, of, field) => {
    await on.campaign(CODE);
    expect(refusalOf(await countWhyNot(deps, at.as("viewer"), { code, of }))).toBe(field);
  });
});
