import { beforeAll, describe, expect, test } from "vitest";

import type { WhyNot, WhyNotCount } from "#app/domain/verdict/answer.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { openStandinApp } from "#test/support/standin-app.ts";

const app = await openStandinApp();
const olive = await StaffClient.of(app, "bonafide-demo");
const viola = await StaffClient.of(app, "bonafide-demo", "Viola");
const CODE = "SUMMER26_10OFF";
const [customer] = app.shop("bonafide-demo").customers.filter(({ email }) => email);
const FORM = { code: CODE, customer: "", state: "signed_in", at: "", language: "de" };

beforeAll(async () => {
  await makeCampaign(olive, CODE, {
    offerKind: "percentage",
    percentage: "10",
    signedIn: "on",
  });
});

const ask = async (staff: StaffClient, change: Record<string, string> = {}) =>
  staff.post("app.why-not_.ask", { form: { ...FORM, ...change } });

describe("the question", () => {
  test("of a customer by e-mail or number is answered with their name as Shopify has it", async () => {
    for (const typed of [customer!.email!, String(customer!.id)]) {
      const answer = await ask(olive, { customer: typed });
      expect(answer.status).toBe(200);
      expect(answer.json<WhyNot>()).toMatchObject({
        who: { state: "signed_in", customerId: String(customer!.id) },
        campaign: { name: CODE },
      });
    }
  });

  test("of nobody is for whoever may see codes; of a person not, and nothing of them is told", async () => {
    const nobody = await ask(viola);
    expect(nobody.json<WhyNot>()).toMatchObject({
      ...{ who: { state: "anonymous" }, reason: "sign_in_needed" },
      sentence: "Bitte melden Sie sich an, um diesen Code zu verwenden.",
    });
    const someone = await ask(viola, { customer: customer!.email! });
    expect(someone.status).toBe(403);
    expect(someone.json().refusal?.message).toMatch(/reviewer or admin role to look up/);
    expect(someone.text).not.toContain(String(customer!.id));
  });

  test("that cannot be answered says beside the field what to do", async () => {
    const answer = await ask(olive, { code: "", customer: "ada", at: "2999-01-01T00:00" });
    expect(answer.status).toBe(422);
    expect(answer.json().problems).toMatchObject([
      { field: "code", message: expect.stringMatching(/^Enter the code/) as string },
      { field: "customer", message: expect.stringMatching(/^Enter a whole e-mail/) as string },
      { field: "at", message: expect.stringMatching(/^That has not come yet/) as string },
    ]);
  });

  test("takes no answer without a session", async () => {
    const { callRoute, allRoutes } = await import("#test/support/routes.ts");
    const request = new Request(`${app.url}/app/why-not/ask`, {
      method: "POST",
      body: new URLSearchParams(FORM),
    });
    const answer = await callRoute(
      (await allRoutes()).get("app.why-not_.ask")?.action,
      request,
      {},
    );
    expect(answer.status).not.toBe(200);
    expect(answer.text).not.toContain(CODE);
  });
});

describe("the page", () => {
  test("is filled from its address, and names an order to those only who may ask about people", async () => {
    const order = { id: 900_001n, name: "#9001" };
    const { prisma } = app.deps.database;
    const shop = await prisma.shop.findFirstOrThrow({ where: { domain: olive.shop.domain } });
    await prisma.order.create({
      data: {
        ...{ ...order, shopId: shop.id, placedAt: new Date(), version: new Date() },
        ...{ currency: "EUR", totalMinor: 1n, discountMinor: 0n, presentmentCurrency: "EUR" },
        ...{ presentmentTotalMinor: 1n, presentmentDiscountMinor: 0n, financialStatus: "paid" },
        ...{ test: false, codes: [], refunds: [], disputes: [] },
      },
    });
    type Read = { code: string; choices: { order: unknown; languages: string[] } };
    const search = `?code=${CODE}&order=${order.id}`;
    const page = await olive.read<Read>("app.why-not", { search });
    expect(page).toMatchObject({ code: CODE, choices: { order: { id: "900001", name: "#9001" } } });
    expect(page.choices.languages).toContain("de");
    expect((await viola.read<Read>("app.why-not", { search })).choices.order).toBeNull();
    for (const wrong of ["?order=x", "?order=1%27", "?order=", "?code=%00&at=%00"])
      expect((await olive.load("app.why-not", { search: wrong })).status).toBe(200);
    const stranger = await StaffClient.of(app, "second-shop");
    expect((await stranger.read<Read>("app.why-not", { search })).choices.order).toBeNull();
  });
});

describe("the count", () => {
  const count = (staff: StaffClient, search: string) =>
    staff.load("app.why-not_.count", { search });

  test("is for whoever may see codes", async () => {
    const answer = await count(viola, `?code=${CODE}&of=all`);
    expect(answer.json<WhyNotCount>()).toMatchObject({ campaign: { name: CODE }, people: 0 });
  });

  test("of another shop's code or of no segment says what to do", async () => {
    const stranger = await StaffClient.of(app, "second-shop");
    expect((await count(stranger, `?code=${CODE}&of=all`)).json().problems).toMatchObject([
      { field: "code" },
    ]);
    expect((await count(viola, `?code=${CODE}&of=1`)).json().problems).toMatchObject([
      { field: "of" },
    ]);
  });
});
