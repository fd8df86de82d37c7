// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { viewerFrame } from "../support/sample.ts";
import { LintRulesPage } from "#app/components/naming/lint-rules-page.tsx";
import type { LintSetting } from "#app/domain/naming/summary.ts";

const rules: LintSetting[] = [
  { rule: "year", label: "Year", description: "26 on 2025.", severity: "off", usual: "warning" },
  {
    rule: "amount",
    label: "Amount",
    description: "10 or 15.",
    severity: "warning",
    usual: "warning",
  },
];

it("each check is set at once, and a refusal stays beside it", async () => {
  const posted: unknown[] = [];
  const refusal = { refusal: { kind: "forbidden", message: "You may not." }, problems: [] };
  const set = {
    path: "/app/settings/naming/checks/set",
    action: async ({ request }: { request: Request }) => {
      posted.push(Object.fromEntries(await request.formData()));
      return posted.length === 1 ? { ok: true } : Response.json(refusal, { status: 403 });
    },
  };
  const page = await mount(<LintRulesPage rules={rules} />, { others: [set] });
  const [year, amount] = document.querySelectorAll("select");
  expect([year?.value, amount?.value]).toEqual(["off", "warning"]);
  expect(year?.selectedOptions[0]?.textContent).toBe("Off");
  expect(amount?.selectedOptions[0]?.textContent).toBe("Warning (usual)");
  await page.choose(year, "error");
  await page.settle(20);
  expect(page.asked.toasts).toEqual(["Year: saved"]);
  await page.choose(amount, "info");
  await page.settle(20);
  expect(posted).toEqual([
    { rule: "year", severity: "error" },
    { rule: "amount", severity: "info" },
  ]);
  expect(page.text()).toContain("You may not.");
});

it("a viewer may look only", async () => {
  await mount(<LintRulesPage rules={rules} />, { frame: viewerFrame });
  expect([...document.querySelectorAll("select")].every((select) => select.disabled)).toBe(true);
});
