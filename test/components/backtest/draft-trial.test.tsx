// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { DraftTrial } from "#app/components/backtest/draft-trial.tsx";
import { PRESETS, USUAL_POLICY } from "#app/domain/fair-use/presets.ts";

const draft = PRESETS.find(({ key }) => key === "once_a_period")!.policy;
const way = { name: "In force", policy: USUAL_POLICY, flagFrom: 0.8 };
const last = {
  ...{ id: "mine", first: way, second: { ...way, name: "Draft" }, state: "cancelled" },
  ...{ done: 0, total: null, result: null, error: null },
  ...{ createdAt: "2026-06-10T11:00:00.000Z", createdBy: "Ada" },
};

it("tries what is being written against what is in force, and shows the answer beside it", async () => {
  const posted: Record<string, string>[] = [];
  const page = await mount(<DraftTrial policy={draft} />, {
    others: [
      {
        path: "/app/settings/policies/backtest",
        action: async ({ request }) => {
          const form = [...(await request.formData())];
          const texts = form.map(([name, value]) => [name, typeof value === "string" ? value : ""]);
          posted.push(Object.fromEntries(texts) as Record<string, string>);
          return { ok: true, id: "mine" };
        },
        loader: () => ({ policies: [], flagFrom: 0.8, last }),
      },
    ],
  });
  expect(page.text()).not.toContain("What would have happened");
  await page.click(page.button("Try on past orders"));
  await expect.poll(() => page.text(), { timeout: 20_000 }).toContain("It was stopped before");
  expect(posted).toMatchObject([{ "first.policy": "in_force", "second.policy": "draft" }]);
  expect(Object.keys(posted[0] ?? {})).not.toContain("second.flagFrom");
  expect(JSON.parse(posted[0]?.["draft"] ?? "")).toEqual(draft);
});
