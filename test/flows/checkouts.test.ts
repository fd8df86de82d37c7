import { describe, expect, test } from "vitest";

import type { CheckoutLines } from "#app/domain/checkout/checkout-list.ts";
import type { CampaignReport } from "#app/domain/insight/report.ts";
import type { Buyer } from "#test/demo/shopper-client.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

/* Three shoppers enter a code: what the report says of their checkouts, as Shopify's webhooks tell of them. */
const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");

const CODE = "SPRING26_20OFF";
const shopper = (name: string): Buyer => ({ email: `${name}@example.com` });

describe("checkouts at which a code was entered", () => {
  let id = "";
  const report = async () =>
    (
      await demo.staff.read<{ report: CampaignReport }>("app.campaigns.$id.report", {
        params: { id },
      })
    ).report.checkouts.now;
  const checkouts = () =>
    demo.staff.read<CheckoutLines>("app.campaigns.$id.checkouts", { params: { id } });

  test("are counted before anybody pays, and not where the code was refused", async () => {
    id = await demo.campaign(CODE, { percentage: "20", perCustomer: "1" });
    for (const name of ["mara", "noor", "olaf"]) await demo.attempt(shopper(name), CODE);
    await demo.attempt(shopper("pia"), "NOSUCHCODE");
    await demo.settled();
    expect(await report()).toEqual({ checkouts: 3, ordered: 0 });
    expect((await checkouts()).checkouts).toMatchObject([{}, {}, {}].map(() => ({ order: null })));
  });

  test("are ordered when they are paid, also where only the order is told", async () => {
    const { sender } = app.standin.outbound;
    const heard = await demo.attempt(shopper("quirin"), CODE);
    await demo.pay(heard.token);
    sender.setModes({ mute: ["checkouts/create", "checkouts/update"] });
    const unheard = await demo.attempt(shopper("rosa"), CODE);
    await demo.pay(unheard.token);
    sender.setModes({ mute: [] });
    await demo.settled();
    expect(await report()).toEqual({ checkouts: 5, ordered: 2 });
  });

  test("are the same when every webhook is sent again, in another order", async () => {
    app.standin.outbound.sender.resendAll({ shuffle: true });
    await demo.settled();
    expect(await report()).toEqual({ checkouts: 5, ordered: 2 });
    expect((await checkouts()).count).toBe(3);
  });

  test("are told without anything of the shopper", () => {
    const told = app.standin.outbound.sender
      .deliveries()
      .filter(({ topic }) => topic.startsWith("checkouts/"));
    expect(told.length).toBeGreaterThan(8);
    for (const { body } of told)
      expect(Object.keys(JSON.parse(body) as object)).toEqual(
        expect.arrayContaining(["token", "created_at", "completed_at", "discount_codes"]),
      );
    // Shopify names no id since 2026-04: the token is all there is.
    expect(told.map(({ body }) => body).join()).not.toMatch(/example\.com|"id"/);
  });
});
