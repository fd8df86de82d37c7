import { describe, expect, test } from "vitest";

import { usualForm } from "#app/domain/case/decision.ts";
import type { CaseSummary } from "#app/domain/case/summary.ts";
import type { Buyer } from "#test/demo/shopper-client.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

/* What campaigns say, held at the checkout: by Shopify itself, and by our function in the stand-in's sandbox. */
const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");
const second = await store("second-shop");

const signedIn = (index: number): Buyer => ({
  customer: demo.customer(index).email,
  signedIn: true,
});
const known = (index: number): Buyer => ({ customer: demo.customer(index).email });
const guest = (email: string): Buyer => ({ email });

describe("a limit of one for each customer", () => {
  const CODE = "SUMMER26_10OFF";

  test("is held against the same person in every guise, and against nobody else", async () => {
    await demo.campaign(CODE);
    await second.campaign(CODE);
    const { email } = demo.customer(0);
    expect(await demo.status(signedIn(0), CODE)).toBe("accepted");
    await demo.buy(signedIn(0), CODE);

    const guises: [string, Buyer][] = [
      ["signed in, in another browser", signedIn(0)],
      ["known, but not signed in", known(0)],
      ["a guest with the same e-mail", guest(email)],
      ["a guest who spells it in capitals", guest(email.toUpperCase())],
    ];
    for (const [who, buyer] of guises) {
      const verdict = await demo.verdict(buyer, CODE);
      expect.soft(verdict, who).toMatchObject({ status: "refused", by: "function" });
      expect.soft(verdict.message, who).toMatch(/\w+ \w+/);
    }
    expect(await demo.status(signedIn(1), CODE)).toBe("accepted");
    expect(await demo.status(guest("someone.else@example.com"), CODE)).toBe("accepted");
  });

  test("is held against a guest under another spelling of the same mailbox", async () => {
    await demo.buy(guest("lena.brook@gmail.com"), CODE);
    expect(await demo.status(guest("LenaBrook+again@googlemail.com"), CODE)).toBe("refused");
    // Elsewhere a plus sign is part of the name: it may be somebody else.
    expect(await demo.status(guest(demo.customer(0).email.replace("@", "+again@")), CODE)).toBe(
      "accepted",
    );
  });

  test("says nothing in another shop with a code of that name", async () => {
    const { email } = demo.customer(0);
    expect(await second.status(guest(email), CODE)).toBe("accepted");
    const { page } = await second.staff.read<{ page: { rows: { uses: number }[] } }>(
      "app.campaigns._index",
    );
    expect(page.rows.map(({ uses }) => uses)).toEqual([0]);
  });

  test.each<[string, string, (order: string) => Promise<void>]>([
    ["a cancellation", "card", (order) => demo.order(order, "cancel", { refund: true })],
    ["a full refund", "card", (order) => demo.order(order, "refund")],
    ["an unpaid order that expires", "bank-transfer", (order) => demo.order(order, "expire")],
  ])("is free again after %s", async (what, method, free) => {
    const buyer = guest(`${what.replaceAll(" ", ".")}@example.com`);
    const order = await demo.buy(buyer, CODE, method);
    expect(await demo.status(buyer, CODE)).toBe("refused");
    await free(order);
    expect(await demo.status(buyer, CODE)).toBe("accepted");
  });

  test("stays used after a refund in part", async () => {
    const order = await demo.buy(signedIn(2), CODE);
    await demo.order(order, "refund", { amount: 100 });
    expect(await demo.status(signedIn(2), CODE)).toBe("refused");
  });
});

describe("a campaign that is changed", () => {
  const CODE = "AUTUMN26_15OFF";
  let id: string;

  test("in its limit reaches the checkout both ways", async () => {
    id = await demo.campaign(CODE, { percentage: "15", perCustomer: "1" });
    await demo.buy(signedIn(3), CODE);
    expect(await demo.status(signedIn(3), CODE)).toBe("refused");
    await demo.edit(id, { perCustomer: "2" });
    expect(await demo.status(signedIn(3), CODE)).toBe("accepted");
    await demo.edit(id, { perCustomer: "1" });
    expect(await demo.status(signedIn(3), CODE)).toBe("refused");
  });

  test("is out of use while it is paused, and for good once it has ended", async () => {
    await demo.verb("pause", id);
    expect(await demo.verdict(signedIn(4), CODE)).toMatchObject({
      status: "refused",
      by: "native",
    });
    expect((await demo.detail(id)).status).toBe("paused");
    await demo.verb("resume", id);
    expect(await demo.status(signedIn(4), CODE)).toBe("accepted");
    await demo.verb("end", id);
    expect(await demo.verdict(signedIn(4), CODE)).toMatchObject({
      status: "refused",
      by: "native",
    });
    expect((await demo.detail(id)).uses).toBe(1);
  });

  test("never has more than one discount in Shopify", () => {
    const titles = [...demo.shop.discounts.values()].map(({ title }) => title);
    expect(titles.filter((title) => title === CODE)).toHaveLength(1);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe("a campaign for a segment", () => {
  const CODE = "WINTER26_20OFF";

  test("lets in who is in it, and follows who joins and who leaves", async () => {
    const vip = demo.shop.segments.find(({ name }) => name === "VIP customers");
    await demo.campaign(CODE, {
      percentage: "20",
      audience: "segment",
      segmentIds: String(vip?.id),
    });
    const inside = demo.shop.customers.findIndex(({ tags }) => tags.includes("vip"));
    const outside = demo.shop.customers.findIndex(({ tags }) => !tags.includes("vip"));
    expect(await demo.status(signedIn(inside), CODE)).toBe("accepted");
    expect(await demo.status(signedIn(outside), CODE)).toBe("refused");
    expect(await demo.status(guest("nobody@example.com"), CODE)).toBe("refused");

    await demo.control(`customers/${demo.customer(outside).id}/tags`, { add: ["vip"] });
    await demo.control(`customers/${demo.customer(inside).id}/tags`, { remove: ["vip"] });
    await demo.settled();
    expect(await demo.status(signedIn(outside), CODE)).toBe("accepted");
    expect(await demo.status(signedIn(inside), CODE)).toBe("refused");
  });
});

describe("a race at the checkout", () => {
  const CODE = "XMAS26_40OFF";
  const cases = async () => {
    const { page } = await demo.staff.read<{ page: { rows: CaseSummary[] } }>("app.review._index");
    return page.rows.filter(({ campaigns }) => campaigns.some(({ name }) => name === CODE));
  };

  test("overshoots, is flagged, and what staff decide is held until they take it back", async () => {
    await demo.campaign(CODE, { percentage: "40", perCustomer: "1" });
    const open = await Promise.all([
      demo.attempt(signedIn(7), CODE),
      demo.attempt(signedIn(7), CODE),
    ]);
    expect(open.map(({ verdict }) => verdict.status)).toEqual(["accepted", "accepted"]);
    // Both are paid before the first order is told: nobody could have known.
    await app.standin.outbound.sender.holding(async () => {
      for (const { token } of open) await demo.pay(token);
    });
    await demo.settled();
    const [found, ...others] = await cases();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ state: "open", campaigns: [{ name: CODE }] });

    const params = { id: found?.id ?? "" };
    await demo.staff.done("app.review.$id", { params, form: usualForm("abuse") });
    await demo.settled();
    expect(await cases()).toEqual([]);
    // Counting alone would let them in again: the use is freed, the decision is not.
    for (const { id } of demo.shop.orders.slice(-2))
      await demo.order(String(id), "cancel", { refund: true });
    const held = await demo.verdict(signedIn(7), CODE);
    expect(held).toMatchObject({ status: "refused", by: "function" });
    expect(await demo.status(guest(demo.customer(7).email), CODE)).toBe("refused");
    expect(await demo.status(signedIn(8), CODE)).toBe("accepted");

    await demo.staff.done("app.review.$id_.undo", { params });
    await demo.settled();
    expect(await demo.status(signedIn(7), CODE)).toBe("accepted");
  });
});
