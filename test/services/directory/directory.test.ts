import { beforeEach, describe, expect, test } from "vitest";

import type { Outcome } from "#app/domain/shared/outcome.ts";
import { addCodeOwner } from "#app/services/directory/add-code-owner.server.ts";
import { changeStaffList } from "#app/services/directory/change-staff-list.server.ts";
import { listDirectory } from "#app/services/directory/list-directory.server.ts";
import { removeCodeOwner } from "#app/services/directory/remove-code-owner.server.ts";
import { setStaffOnly } from "#app/services/directory/set-staff-only.server.ts";
import { getCase } from "#app/services/case/get-case.server.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const CODE = "SUMMER26_10OFF";
let shops = 0;
let at: TestShop;
let campaign: string;

beforeEach(async () => {
  at = await addShop(deps, `directory-${(shops += 1)}.myshopify.com`);
  campaign = await addCampaign(deps, at, { name: CODE, perCustomer: "" });
});

const problemsOf = (outcome: Outcome<unknown>) =>
  outcome.ok || outcome.refusal.kind !== "invalid"
    ? []
    : outcome.refusal.problems.map(({ field }) => field);
const editor = () => at.as("editor");
const home = (firstName: string, lastName: string, address1: string) => ({
  ...{ first_name: firstName, last_name: lastName, address1 },
  ...{ city: "Leeds", zip: "LS9 9ZZ", country_code: "GB" },
});
const KIM = home("Kim", "Rowe", "12 Quarry Lane");
const PAT = home("Pat", "Smith", "1 Elm Road");

/** Told and scored at once, so that each is judged by what was known before it. */
async function order(id: number, email: string, address: object, code = CODE): Promise<void> {
  const moment = `2026-06-1${id}T08:00:00Z`;
  const payload = orderBody(id, {
    ...{ created_at: moment, updated_at: moment, email, customer: null },
    ...{ shipping_address: address, billing_address: address },
    discount_codes: code === "" ? [] : [{ code, amount: "5.00" }],
  });
  await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  await processInbox(deps, at.shop.id);
  await scoreOrders(deps, { shopId: at.shop.id });
}

const flags = async () =>
  (
    await prisma.flag.findMany({
      where: { shopId: at.shop.id, state: "open" },
      orderBy: { orderId: "asc" },
    })
  ).map(({ orderId, kind, codeKey, campaignId }) => [Number(orderId), kind, codeKey, campaignId]);

const directory = async () => valueOf(await listDirectory(deps, editor()));

describe("the owner of a code", () => {
  const add = (change: Partial<Record<"campaign" | "code" | "email", string>> = {}) =>
    addCodeOwner(deps, editor(), { campaign, code: "", email: "kim@example.com", ...change });

  test("who uses it is flagged, under another name as well, and others are not", async () => {
    valueOf(await add());
    await order(1, "Kim@example.com", KIM, "");
    await order(2, "pat@example.com", PAT);
    await order(3, "kim@example.com", KIM);
    await order(4, "bargains77@example.net", KIM);
    const kind = ["self_referral", CODE, campaign];
    expect(await flags()).toEqual([
      [3, ...kind],
      [4, ...kind],
    ]);
    const { rows } = valueOf(
      await listCases(deps, at.as("reviewer"), {
        filter: {
          ...{ tab: "open", text: "", assignee: "", kind: "", campaignId: "", decision: "" },
          ...{ isOverdue: false, sort: "due" },
        },
        cursor: null,
      }),
    );
    expect(rows[0]?.sentence).toBe(`${CODE} was probably used by the person it belongs to.`);
    const found = await Promise.all(
      rows.map(async ({ id }) => valueOf(await getCase(deps, at.as("reviewer"), id)).detail.flags),
    );
    const compared = found
      .flat()
      .flatMap(({ signals }) => signals.flatMap((signal) => signal.orders))
      .map(({ id, name }) => [id, name]);
    // What they ordered as themselves says more than the address alone.
    expect(compared).toContainEqual(["1", "#1"]);
  });

  test("of whom no order is known is known by the address", async () => {
    valueOf(await add());
    await order(1, "kim+sale@example.com", KIM);
    const [flag] = await prisma.flag.findMany({ where: { shopId: at.shop.id } });
    const { detail } = valueOf(await getCase(deps, at.as("reviewer"), flag?.caseId ?? ""));
    expect(detail.flags.flatMap(({ signals }) => signals)).toMatchObject([
      { kind: "self_referral", orders: [{ id: null, name: "The owner of the code" }] },
    ]);
  });

  test("of one code may use the campaign's others", async () => {
    await prisma.code.create({
      data: {
        ...{ shopId: at.shop.id, campaignId: campaign, code: "KIM10", codeKey: "KIM10" },
        ...{ state: "live", assignedFrom: new Date(0), createdAt: deps.now() },
      },
    });
    valueOf(await add({ code: " kim10 " }));
    await order(1, "kim@example.com", KIM);
    expect(await flags()).toEqual([]);
    await order(2, "kim@example.com", KIM, "KIM10");
    expect(await flags()).toEqual([[2, "self_referral", "KIM10", campaign]]);
    expect((await directory()).owners).toMatchObject([{ campaign: CODE, code: "KIM10" }]);
  });

  test("is compared with no more once removed; no address is kept", async () => {
    const { id } = valueOf(await add());
    expect(JSON.stringify(await prisma.listedPerson.findMany({}))).not.toContain("kim");
    valueOf(await removeCodeOwner(deps, editor(), id));
    await order(1, "kim@example.com", KIM);
    expect(await flags()).toEqual([]);
    expect(refusalOf(await removeCodeOwner(deps, editor(), id))).toBe("not_found");
  });

  test("what is wrong is said beside the field", async () => {
    expect(problemsOf(await add({ email: "kim" }))).toEqual(["email"]);
    expect(problemsOf(await add({ email: "a@x.de b@x.de" }))).toEqual(["email"]);
    expect(problemsOf(await add({ campaign: "none" }))).toEqual(["campaign"]);
    expect(problemsOf(await add({ code: "NONE" }))).toEqual(["code"]);
    valueOf(await add());
    expect(problemsOf(await add({ email: "KIM@example.com" }))).toEqual(["email"]);
    expect(refusalOf(await addCodeOwner(deps, at.as("reviewer"), emptyOwner))).toBe("forbidden");
  });
  const emptyOwner = { campaign: "", code: "", email: "" };
});

describe("codes for staff", () => {
  const change = (how: string, addresses: string) =>
    changeStaffList(deps, editor(), { change: how, addresses });
  const staffOnly = (is: boolean) => setStaffOnly(deps, editor(), { campaign, staffOnly: is });

  test("used by somebody who is none are flagged", async () => {
    valueOf(await change("add", "kim@example.com\njo@example.com"));
    await order(1, "pat@example.com", PAT);
    valueOf(await staffOnly(true));
    await order(2, "pat@example.com", PAT);
    await order(3, "kim+home@example.com", KIM);
    await order(4, "kim@example.com", KIM);
    expect((await flags()).map(([id, kind]) => [id, kind])).toEqual([[2, "employee_use"]]);
    valueOf(await staffOnly(false));
    await order(5, "pat@example.com", PAT);
    expect(await flags()).toHaveLength(1);
  });

  test("are compared with nobody while no staff is known", async () => {
    valueOf(await staffOnly(true));
    await order(1, "pat@example.com", PAT);
    expect(await flags()).toEqual([]);
  });

  test("the list grows, shrinks and is replaced; each address stands once", async () => {
    expect(valueOf(await change("add", "a@x.de, b@x.de"))).toEqual({ staff: 2 });
    expect(valueOf(await change("add", "B@x.de c@x.de"))).toEqual({ staff: 3 });
    expect(valueOf(await change("remove", "a@x.de d@x.de"))).toEqual({ staff: 2 });
    expect(valueOf(await change("replace", "c@x.de e@x.de f@x.de"))).toEqual({ staff: 3 });
    expect(await directory()).toMatchObject({ staff: 3, staffCampaigns: [], owners: [] });
    valueOf(await staffOnly(true));
    expect((await directory()).staffCampaigns).toEqual([{ id: campaign, name: CODE }]);
    expect(problemsOf(await change("add", "a@x.de\nb"))).toEqual(["addresses"]);
    expect(problemsOf(await change("shuffle", "a@x.de"))).toEqual(["change"]);
    expect(await directory()).toMatchObject({ staff: 3 });
  });
});
