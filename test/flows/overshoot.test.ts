import { describe, expect, test } from "vitest";

import type { FlagDetail, FlagSummary } from "#app/domain/flag/summary.ts";
import type { Buyer } from "#test/demo/shopper-client.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

/* One customer at four open checkouts, with a limit of two a month: what becomes of the two orders too many. */
const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");

const CODE = "SPRING26_20OFF";
const UNREACHABLE = { action: "status", status: 503 } as const;
const { email } = demo.customer(5);
const buyer: Buyer = { customer: email, signedIn: true };

const flags = async () =>
  (await demo.staff.read<{ page: { rows: FlagSummary[] } }>("app.review._index")).page.rows;
const ordersFlagged = async () => (await flags()).map(({ order }) => order.id).sort();

describe("orders that slipped through at once", () => {
  const orders: string[] = [];

  test("are flagged as overshoots by their creation alone, those placed last", async () => {
    await demo.campaign(CODE, { percentage: "20", perCustomer: "2", limitWindow: "month" });
    const open = await Promise.all(Array.from({ length: 4 }, () => demo.attempt(buyer, CODE)));
    expect(open.map(({ verdict }) => verdict.status)).toEqual(Array(4).fill("accepted"));
    // No webhook gets through while they are paid, so nobody could have known; and only their creation is told.
    const { sender, faults } = app.standin.outbound;
    sender.setModes({ mute: ["orders/paid", "orders/updated"] });
    faults.add({ match: { on: "webhook", name: "orders/*" }, effect: UNREACHABLE });
    for (const { token } of open) orders.push(await demo.pay(token));
    faults.clear();
    await demo.settled();
    expect(await ordersFlagged()).toEqual(orders.slice(2).sort());
    for (const flag of await flags())
      expect(flag).toMatchObject({ kind: "overshoot", state: "open", campaign: { name: CODE } });
  });

  test("show staff the orders that count before them and the limit they are beyond", async () => {
    const latest = (await flags()).find(({ order }) => order.id === orders.at(-1));
    const page = await demo.staff.read<{ flag: FlagDetail }>("app.review.$id", {
      params: { id: latest?.id ?? "" },
    });
    expect(page.flag.evidence).toMatchObject({ limit: 2 });
    expect(page.flag.evidence.orders.map(({ orderId }) => orderId)).toEqual(orders);
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
    const [flag] = await flags();
    const params = { id: flag?.id ?? "" };
    const form = { decision: "abuse", reason: "Four windows at once." };
    await demo.staff.done("app.review.$id", { params, form });
    await demo.settled();
    expect(await flags()).toEqual([]);
    for (const order of orders.slice(0, 3)) await demo.order(order, "cancel", { refund: true });
    expect(await demo.verdict(buyer, CODE)).toMatchObject({ status: "refused", by: "function" });
    expect(await demo.status({ email }, CODE)).toBe("refused");
    expect(await demo.status({ customer: demo.customer(6).email, signedIn: true }, CODE)).toBe(
      "accepted",
    );
  });
});
