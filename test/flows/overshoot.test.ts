import { describe, expect, test } from "vitest";

import { usualForm } from "#app/domain/case/decision.ts";
import type { CaseDetail, CaseSummary } from "#app/domain/case/summary.ts";
import type { Buyer } from "#test/demo/shopper-client.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

/* One customer at four open checkouts, with a limit of two a month: what becomes of the two orders too many. */
const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");

const CODE = "SPRING26_20OFF";
const { email } = demo.customer(5);
const buyer: Buyer = { customer: email, signedIn: true };

const cases = async () =>
  (await demo.staff.read<{ page: { rows: CaseSummary[] } }>("app.review._index")).page.rows;
const ordersFlagged = async () =>
  (await cases()).flatMap((each) => each.orders.map(({ id }) => id)).sort();

describe("orders that slipped through at once", () => {
  const orders: string[] = [];

  test("are flagged as overshoots by their creation alone, those placed last", async () => {
    await demo.campaign(CODE, { percentage: "20", perCustomer: "2", limitWindow: "month" });
    const open = await Promise.all(Array.from({ length: 4 }, () => demo.attempt(buyer, CODE)));
    expect(open.map(({ verdict }) => verdict.status)).toEqual(Array(4).fill("accepted"));
    // No webhook comes while they are paid, so nobody could have known; and only their creation is told.
    const { sender } = app.standin.outbound;
    sender.setModes({ mute: ["orders/paid", "orders/updated"] });
    await sender.holding(async () => {
      for (const { token } of open) orders.push(await demo.pay(token));
    });
    await demo.settled();
    expect(await ordersFlagged()).toEqual(orders.slice(2).sort());
    expect(await cases()).toMatchObject([{ state: "open", campaigns: [{ name: CODE }] }]);
    expect((await cases())[0]?.kinds).toContain("overshoot");
  });

  test("show staff the orders that count before them and the limit they are beyond", async () => {
    const [found] = await cases();
    const { detail } = await demo.staff.read<{ detail: CaseDetail }>("app.review.$id", {
      params: { id: found?.id ?? "" },
    });
    expect(detail.summary.sentence).toContain(
      `${CODE} ${orders.length} times; the limit is twice a month.`,
    );
    const latest = detail.flags.find(
      ({ kind, order }) => kind === "overshoot" && order.id === orders.at(-1),
    );
    const counted = latest?.signals.find(({ kind }) => kind === "overshoot")?.orders;
    expect(counted?.map(({ id }) => id)).toEqual(orders);
  });

  test("leave no room for another: the next attempt is refused, in every guise", async () => {
    for (const next of [buyer, { customer: email }, { email }, { email: email.toUpperCase() }])
      expect(await demo.verdict(next, CODE)).toMatchObject({ status: "refused", by: "function" });
  });

  test("are withdrawn when they are cancelled, which frees nothing within the limit", async () => {
    app.standin.outbound.sender.setModes({ mute: [] });
    const [, , third = "", fourth = ""] = orders;
    await demo.order(fourth, "cancel", { refund: true });
    expect(await ordersFlagged()).toEqual([third]);
    expect(await demo.status(buyer, CODE)).toBe("refused");
  });

  test("disqualify their customer when staff call them abuse, whatever is freed later", async () => {
    const [found] = await cases();
    const params = { id: found?.id ?? "" };
    await demo.staff.done("app.review.$id", { params, form: usualForm("abuse") });
    await demo.settled();
    expect(await cases()).toEqual([]);
    for (const order of orders.slice(0, 3)) await demo.order(order, "cancel", { refund: true });
    expect(await demo.verdict(buyer, CODE)).toMatchObject({ status: "refused", by: "function" });
    expect(await demo.status({ email }, CODE)).toBe("refused");
    expect(await demo.status({ customer: demo.customer(6).email, signedIn: true }, CODE)).toBe(
      "accepted",
    );
  });
});
