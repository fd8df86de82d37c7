import { beforeEach, describe, expect, test } from "vitest";

import { PRESETS } from "#app/domain/fair-use/presets.ts";
import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { savePolicy } from "#app/services/fair-use/save-policy.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { guardStage } from "#test/services/guard/stage.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import { caseStage } from "./stage.ts";

const deps = await testDeps();
const on = caseStage(deps);
const { order, list, detail, first, decide, inForce } = on;
let at: TestShop;
let campaignId: string;

beforeEach(async () => {
  ({ at, campaignId } = await on.begin());
});

describe("a policy in force", () => {
  /** A policy judges what signals have looked at. */
  const told = async () => {
    await processInbox(deps, at.shop.id);
    await scoreOrders(deps, { shopId: at.shop.id });
  };
  const preset = (key: string) => PRESETS.find((each) => each.key === key)?.policy;

  test("disqualifies when a case opens, until the promotion ends; a decision takes its place", async () => {
    await scoreOrders(deps, { shopId: at.shop.id });
    valueOf(await savePolicy(deps, at.as("admin"), preset("once_a_period")));
    for (const id of [6, 7])
      await order(id, "anna", { customer: { id: 9 }, email: "cy@example.com" });
    await told();
    const [third] = (await list()).filter(({ number }) => number === 3);
    expect(third).toMatchObject({ step: "disqualify" });
    const [held] = await inForce();
    expect(held).toMatchObject({ caseId: third?.id, createdBy: "Bonafide", campaignId });

    valueOf(await decide(third?.id ?? "", "fine"));
    expect(await inForce()).toEqual([]);
    valueOf(await undoDecision(deps, at.as("reviewer"), third?.id ?? ""));
    expect(await inForce()).toMatchObject([{ id: held?.id }]);
  });

  test("only notes the first time on the ladder, and asks for more the second", async () => {
    await scoreOrders(deps, { shopId: at.shop.id });
    valueOf(await savePolicy(deps, at.as("admin"), preset("ladder")));
    const who = { customer: { id: 9 }, email: "cy@example.com" };
    for (const id of [6, 7]) await order(id, "anna", who);
    await told();
    expect(await list({ tab: "watching" })).toMatchObject([{ number: 3, step: "watch" }]);
    await order(8, "anna", who);
    await told();
    const [asked] = await list({ tab: "watching" });
    expect(asked).toMatchObject({ number: 3, step: "sign_in" });
    expect(await inForce()).toMatchObject([
      { caseId: asked?.id, step: "sign_in", until: new Date("2026-09-13"), campaignId },
    ]);
    // A fourth order asks for nothing more, and a decision takes its place.
    await order(9, "anna", who);
    await told();
    expect(await inForce()).toHaveLength(1);
    valueOf(await decide(asked?.id ?? "", "fine"));
    expect(await inForce()).toEqual([]);
  });
});

describe("a decision that asks to sign in", () => {
  test("reaches the standing of everybody in the case, and is undone with it", async () => {
    const id = await first();
    valueOf(await decide(id, "abuse", { step: "sign_in", until: "2026-12-31" }));
    expect(await inForce()).toMatchObject([{ step: "sign_in", until: new Date("2026-12-31") }]);
    expect((await detail(id)).effects.map(({ text, until }) => `${text}, ${until}`)).toEqual([
      expect.stringMatching(/^Ask account .+ to sign in for .+, 2026-12-31$/),
    ]);
    const checkout = guardStage(deps, at);
    expect(await checkout.standing(7)).toMatchObject({
      ...{ disqualified: [], signIn: [{ scope: "1", until: "2026-12-31" }] },
    });
    valueOf(await undoDecision(deps, at.as("reviewer"), id));
    expect(await inForce()).toEqual([]);
    expect(await checkout.standing(7)).toMatchObject({ signIn: [] });
  });
});
