// @vitest-environment jsdom
import { act, useState } from "react";
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { NOT_ALLOWED } from "#app/domain/case/effect.ts";
import type { CaseEffect } from "#app/domain/case/summary.ts";
import { Effects } from "#app/components/case/effects.tsx";
import { sampleCaseDetail } from "../support/sample-case.ts";

const failed: CaseEffect = {
  ...{ id: "1", kind: "tag_order", text: "Tag order #1001", state: "failed" },
  ...{ error: NOT_ALLOWED, orderId: "1001", until: null },
};
const requested: CaseEffect = {
  ...{ id: "2", kind: "cancel_order", text: "Cancel order #1001", state: "requested" },
  ...{ error: null, orderId: "1001", until: null },
};

/** What came of it, and which verbs were sent. */
async function shownWith(...effects: CaseEffect[]) {
  const sent: string[] = [];
  const verb = (name: string) => ({
    path: `/app/review/:id/${name}`,
    action: () => {
      sent.push(name);
      return { ok: true };
    },
  });
  const card = <Effects detail={{ ...sampleCaseDetail, effects }} />;
  const shown = await mount(card, { others: [verb("retry"), verb("confirm")] });
  return { ...shown, sent };
}

describe("what the app may not do yet", () => {
  it.each([true, false])("is asked for, and tried again if it is granted: %s", async (grants) => {
    const shown = await shownWith(failed);
    shown.asked.grants = grants;
    const button = shown.button("Give permission");
    button.focus();
    await shown.click(button);
    await shown.settle(50);
    expect(shown.asked.scopes).toEqual([["write_orders"]]);
    expect(shown.sent).toEqual(grants ? ["retry"] : []);
    expect(shown.text().includes("did not give the permission")).toBe(!grants);
    expect(document.activeElement).toBe(button);
  });

  it("is said once, however many effects wait for it", async () => {
    const shown = await shownWith(failed, { ...failed, id: "3" }, { ...failed, id: "4" });
    expect(shown.text().split(NOT_ALLOWED)).toHaveLength(2);
  });
});

describe("a cancellation", () => {
  const confirmed = async (set: { grants?: boolean; granted?: string[] }) => {
    const shown = await shownWith(requested);
    Object.assign(shown.asked, set);
    await shown.click(shown.button("Confirm cancellation"));
    await shown.click(shown.button("Cancel orders"));
    await shown.settle(50);
    return shown;
  };

  it("is sent, and said to be, only once the permission was given", async () => {
    const { asked, sent } = await confirmed({ grants: true });
    expect(asked.scopes).toEqual([["write_orders"]]);
    expect(sent).toEqual(["confirm"]);
    expect(asked.toasts).toEqual(["Confirmed. Shopify is asked to cancel the orders."]);
  });

  it("that is not allowed waits for its confirmation as before, and the focus stays", async () => {
    const { asked, sent, text, button } = await confirmed({ grants: false });
    expect([sent, asked.toasts]).toEqual([[], []]);
    expect(text()).toContain("so no order is cancelled. Confirm again, and allow it there.");
    expect(document.activeElement).toBe(button("Confirm cancellation"));
  });

  it("needs no question where the app has the permission", async () => {
    const { asked, sent, button } = await confirmed({ granted: ["write_orders"] });
    expect([asked.scopes, sent]).toEqual([[], ["confirm"]]);
    expect(document.activeElement).toBe(button("Confirm cancellation"));
  });
});

it("the focus goes to what came of it when the button to confirm is of no more use", async () => {
  let settle: (effects: CaseEffect[]) => void = () => undefined;
  function Held() {
    const [effects, setEffects] = useState([requested]);
    settle = setEffects;
    return <Effects detail={{ ...sampleCaseDetail, effects }} />;
  }
  const confirm = { path: "/app/review/:id/confirm", action: () => ({ ok: true }) };
  const shown = await mount(<Held />, { others: [confirm] });
  shown.asked.grants = true;
  await shown.click(shown.button("Confirm cancellation"));
  await shown.click(shown.button("Cancel orders"));
  await shown.settle(50);
  await act(async () => settle([{ ...requested, state: "begun" }]));
  expect(document.activeElement?.textContent).toBe("What came of it");
});

it("the last day is written as the reader writes days", async () => {
  const until = "2027-01-31";
  const effect = { ...failed, kind: "disqualify", text: "Disqualify account A from all codes" };
  const { text } = await shownWith({ ...effect, state: "done", error: null, until } as CaseEffect);
  expect(text()).toContain("Disqualify account A from all codes until Jan 31, 2027");
});
