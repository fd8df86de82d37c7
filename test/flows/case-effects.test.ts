import { beforeAll, describe, expect, test } from "vitest";

import { usualForm, type DecisionForm } from "#app/domain/case/decision.ts";
import type { CaseDetail, CaseSummary } from "#app/domain/case/summary.ts";
import { applyEffects } from "#app/services/case/apply-effects.server.ts";
import { changeScopes } from "#test/standin/auth/take-away.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

/* What a decision asks of Shopify, through the real schema: done once, taken back, refused in words. */
const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");
const { pool } = app.deps.database;
const CODE = "SUMMER26_10OFF";
const buyer = { customer: demo.customer(3).email, signedIn: true };
let id: string;

const customer = () => demo.shop.customers.find((each) => each.id === demo.customer(3).id);
const flagged = () => demo.shop.orders.at(-1);
const cases = async () =>
  (await demo.staff.read<{ page: { rows: CaseSummary[] } }>("app.review._index")).page.rows;
const detail = async () =>
  (await demo.staff.read<{ detail: CaseDetail }>("app.review.$id", { params: { id } })).detail;
const states = async () => {
  const { effects } = await detail();
  return Object.fromEntries(
    effects.filter(({ state }) => state !== "undone").map(({ kind, state }) => [kind, state]),
  );
};

async function decide(change: Partial<DecisionForm>): Promise<void> {
  const form = { ...usualForm("abuse"), ...change };
  await demo.staff.done("app.review.$id", { params: { id }, form });
}

async function undo(): Promise<void> {
  await demo.staff.done("app.review.$id_.undo", { params: { id } });
}

const until = (wanted: Record<string, string>) => expect.poll(states).toEqual(wanted);

beforeAll(async () => {
  await demo.campaign(CODE, { perCustomer: "1" });
  const open = await Promise.all([demo.attempt(buyer, CODE), demo.attempt(buyer, CODE)]);
  await app.standin.outbound.sender.holding(async () => {
    for (const { token } of open) await demo.pay(token);
  });
  await demo.settled();
  id = (await cases())[0]?.id ?? "";
});

const ALL = "tag_customer,tag_order,note_order,risk";

describe("what a decision asks of Shopify", () => {
  test("that the app may not do is told with the decision, and done once it may", async () => {
    await decide({ shopify: ALL });
    await until({
      ...{ disqualify: "done", tag_customer: "done", tag_order: "failed" },
      ...{ note_order: "failed", risk: "failed" },
    });
    const [failed] = (await detail()).effects.filter(({ state }) => state === "failed");
    expect(failed?.error).toMatch(/permission/);
    expect(customer()?.tags).toContain("bonafide-abuse");

    changeScopes(app.standin.world, demo.shop, { grant: ["write_orders"] });
    await demo.staff.done("app.review.$id_.retry", { params: { id } });
    await until({
      ...{ disqualify: "done", tag_customer: "done", tag_order: "done" },
      ...{ note_order: "done", risk: "done" },
    });
    expect(flagged()).toMatchObject({
      tags: ["bonafide-abuse"],
      note: expect.stringMatching(/^Bonafide, case 1: Abuse\. /) as string,
      risks: [{ level: "HIGH" }],
    });
  });

  test("is done once, however often the job begins again", async () => {
    await pool.query(
      "UPDATE case_effect SET state = 'waiting' WHERE case_id = $1 AND effect ->> 'kind' <> 'disqualify'",
      [id],
    );
    const { rows } = await pool.query<{ shop_id: number }>(
      "SELECT shop_id FROM review_case WHERE id = $1",
      [id],
    );
    await applyEffects(app.deps, { shopId: rows[0]?.shop_id ?? 0, caseId: id });
    expect(flagged()?.note?.split("\n")).toHaveLength(1);
    expect(flagged()?.risks).toHaveLength(1);
    expect(flagged()?.tags).toEqual(["bonafide-abuse"]);
  });

  test("is taken back with the decision; what others wrote stays", async () => {
    await undo();
    await until({});
    expect(customer()?.tags).not.toContain("bonafide-abuse");
    expect(flagged()).toMatchObject({ tags: [], note: undefined });
    expect(flagged()?.risks?.at(-1)).toMatchObject({ level: "NONE" });
  });

  test("waits for a second word before an order is cancelled", async () => {
    await decide({ shopify: "cancel_order", disqualify: "" });
    await until({ cancel_order: "requested" });
    expect(flagged()?.cancelledAt).toBeUndefined();
    // Shopify says yes at once, and what became of it later.
    const match = { on: "work", name: "orderCancel" } as const;
    app.standin.outbound.faults.add({ match, effect: { action: "fail", done: 0 }, times: 1 });
    await demo.staff.done("app.review.$id_.confirm", { params: { id } });
    await until({ cancel_order: "failed" });
    expect((await detail()).effects.at(-1)?.error).toBe(
      "The order has an outstanding fulfillment.",
    );
    expect(flagged()?.cancelledAt).toBeUndefined();
    await demo.staff.done("app.review.$id_.retry", { params: { id } });
    await until({ cancel_order: "done" });
    expect(flagged()?.cancelledAt).toBeDefined();
    await demo.settled();
  });
});
