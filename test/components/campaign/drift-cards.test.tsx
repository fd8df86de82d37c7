// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount, type Options } from "../support/mount.tsx";
import { DriftCards } from "#app/components/campaign/detail/drift/drift-cards.tsx";
import type { DriftSummary } from "#app/domain/discount/drift.ts";
import { viewerFrame } from "../support/sample.ts";
import { sampleAdopted, sampleConflict, sampleSync } from "../support/sample-sync.ts";

function deciding(answer: unknown = { ok: true, id: "c1" }, status = 200) {
  const posted: Record<string, unknown>[] = [];
  const route = {
    path: "/app/campaigns/c1/decide-drift",
    action: async ({ request }: { request: Request }) => {
      posted.push(Object.fromEntries(await request.formData()));
      return new Response(JSON.stringify(answer), {
        status,
        headers: { "content-type": "application/json" },
      });
    },
  };
  return { route, posted };
}

const show = (drift: DriftSummary, options: Options = {}) =>
  mount(<DriftCards drift={[drift]} names={sampleSync.names} />, options);

const cells = () =>
  [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("th, td[data-label]")].map((cell) => cell.textContent),
  );

const radio = (page: Awaited<ReturnType<typeof show>>, index: number) => {
  const found = document.querySelectorAll<HTMLInputElement>("input[type=radio]")[index];
  if (!found) throw new Error(`There is no choice ${index}`);
  return page.click(found);
};

describe("a conflict", () => {
  it("shows both sides and what was agreed, in words of this shop", async () => {
    await show(sampleConflict);
    expect(cells()).toEqual([
      ["End", "Jun 17, 2026, 2:00 PM GMT+2", "Jun 14, 2026, 2:00 PM GMT+2", "No end"],
      [
        "Who can use it",
        "Newsletter readers",
        "Newsletter readers",
        "Newsletter readers, segment 7",
      ],
    ]);
    expect(document.body.textContent).toContain("Stays only in Shopify: a campaign cannot say it.");
  });

  it("wants a choice for each field before anything is sent", async () => {
    const { route, posted } = deciding();
    const page = await show(sampleConflict, { others: [route] });
    await radio(page, 0);
    await page.click(page.button("Save decisions"));
    expect(page.text()).toContain("Choose one of the two.");
    expect(posted).toEqual([]);
    await radio(page, 3);
    await page.click(page.button("Save decisions"));
    await page.settle(20);
    const choices = JSON.stringify({ endsAt: "keep", audience: "restore" });
    expect(posted).toEqual([{ driftId: "d1", seen: "seen-1", choices }]);
    expect(page.asked.toasts).toEqual(["Decisions saved"]);
  });

  it("can be chosen for all at once", async () => {
    const { route, posted } = deciding();
    const page = await show(sampleConflict, { others: [route] });
    await page.click(page.button("Choose ours for all"));
    await page.click(page.button("Save decisions"));
    await page.settle(20);
    expect(posted[0]?.["choices"]).toBe(JSON.stringify({ endsAt: "restore", audience: "restore" }));
  });

  it("that somebody else decided says so, and keeps what was chosen", async () => {
    const refusal = {
      refusal: { kind: "conflict", message: "Somebody was faster." },
      problems: [],
    };
    const { route } = deciding(refusal, 409);
    const page = await show(sampleConflict, { others: [route] });
    await page.click(page.button("Choose Shopify’s for all"));
    await page.click(page.button("Save decisions"));
    await page.settle(20);
    expect(page.text()).toContain("Not savedSomebody was faster.");
    expect(document.querySelectorAll("input:checked")).toHaveLength(2);
  });

  it("is shown to a viewer, who cannot decide", async () => {
    const page = await show(sampleConflict, { frame: viewerFrame });
    expect(page.button("Save decisions").getAttribute("aria-disabled")).toBe("true");
    expect(document.querySelectorAll("input:enabled")).toHaveLength(0);
  });
});

it("what was adopted can be taken back, or put away", async () => {
  const { route, posted } = deciding();
  const page = await show(sampleAdopted, { others: [route] });
  expect(page.text()).toContain("Title: Free shipping, before SUMMER26_FREESHIP");
  await page.click(page.button("Restore ours"));
  await page.settle(20);
  await page.click(page.button("Dismiss"));
  await page.settle(20);
  expect(posted).toEqual([
    { driftId: "d2", seen: "seen-2", choice: "restore" },
    { driftId: "d2", seen: "seen-2", choice: "keep" },
  ]);
});

it("codes that were added in Shopify can be taken out again", async () => {
  const { route, posted } = deciding();
  const added: DriftSummary = { ...sampleAdopted, kind: "codes_added", fields: [], count: 2 };
  const page = await show(added, { others: [route] });
  expect(page.text()).toContain("2 codes added to the discount in Shopify");
  await page.click(page.button("Take them out again"));
  await page.settle(20);
  expect(posted).toEqual([{ driftId: "d2", seen: "seen-2", choice: "restore" }]);
});

it.each([
  ["deleted", "Make it anew", "End the campaign", /None of its codes works now/],
  ["codes_removed", "Add them again", "Leave them out", /12 codes removed in Shopify/],
  ["codes_returned", "Keep them paused", "Resume them", /12 paused codes added again in Shopify/],
  ["codes_added", "Take them out", "Keep them", /12 codes added in Shopify/],
] as const)("of kind %s there are two ways on", async (kind, restore, keep, text) => {
  const { route, posted } = deciding();
  const drift = { ...sampleConflict, kind, fields: [], count: 12 };
  const page = await show(drift, { others: [route] });
  expect(page.text()).toMatch(text);
  await page.click(page.button(restore));
  await page.settle(20);
  await page.click(page.button(keep));
  await page.settle(20);
  expect(posted.map(({ choice }) => choice)).toEqual(["restore", "keep"]);
});
