import { beforeEach, describe, expect, test } from "vitest";

import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { LintRule } from "#app/domain/naming/lint/rule.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { createCampaign } from "#app/services/campaign/create-campaign.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import { setLintRule } from "#app/services/naming/set-lint-rule.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, formFor, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `refused-${(shops += 1)}.myshopify.com`);
});

const mind = async (...rules: LintRule[]) => {
  for (const rule of rules)
    valueOf(await setLintRule(deps, at.as("editor"), { rule, severity: "error" }));
};
const problemsOf = (outcome: Awaited<ReturnType<typeof createCampaign>>) =>
  outcome.ok || outcome.refusal.kind !== "invalid" ? [] : outcome.refusal.problems;
const create = async (form: Partial<CampaignForm>) =>
  createCampaign(deps, at.as("editor"), formFor(at, form));
const campaigns = () => prisma.campaign.count({ where: { shopId: at.shop.id } });

describe("a new campaign whose name lies", () => {
  test("is made where the shop only wants to be warned", async () => {
    expect((await create({ name: "SUMMER26_15OFF" })).ok).toBe(true);
  });

  test("is refused beside the name where the shop minds, with every reason", async () => {
    await mind("percentage", "year");
    const problems = problemsOf(await create({ name: "SUMMER24_15OFF" }));
    expect(problems.map(({ field }) => field)).toEqual(["name", "name"]);
    expect(problems[0]?.message).toMatch(/^“24” says 2024, .*SUMMER26_15OFF/);
    expect(problems[1]?.message).toMatch(/^“15OFF” says 15%, .*SUMMER24_10OFF/);
    expect(await campaigns()).toBe(0);
    expect((await create({ name: "SUMMER26_10OFF" })).ok).toBe(true);
  });

  test("is refused of unique codes too, together with what else is wrong", async () => {
    await mind("offer_kind");
    const form = { name: "SUMMER26_FREESHIP", codeKind: "unique", limitCounter: "+9" };
    expect(problemsOf(await create(form)).map(({ field }) => field)).toEqual([
      "name",
      "limitCounter",
    ]);
  });
});

describe("a change that makes the name lie", () => {
  const changed = async (id: string, form: Partial<CampaignForm>) =>
    problemsOf(await changeCampaign(deps, at.as("editor"), id, formFor(at, form)));

  test("is refused beside the field that does", async () => {
    const id = await addCampaign(deps, at, { endsAt: "2026-02-01T00:00" });
    await mind("percentage", "year");
    const terms = { endsAt: "2026-02-01T00:00" };
    const [problem, ...more] = await changed(id, { ...terms, percentage: "20" });
    expect([problem?.field, more]).toEqual(["percentage", []]);
    expect(problem?.message).toContain("says 10%, but the discount is 20%");
    const later = { startsAt: "2027-03-01T00:00", endsAt: "2027-04-01T00:00" };
    expect((await changed(id, later)).map(({ field }) => field)).toEqual(["startsAt"]);
    expect(await changed(id, { ...terms, totalCap: "9" })).toEqual([]);
  });

  test("beside the end when that is what makes the name lie", async () => {
    const id = await addCampaign(deps, at, {
      ...{ name: "SUMMER27_10OFF", startsAt: "2026-06-01T00:00", endsAt: "2027-02-01T00:00" },
    });
    await mind("year");
    const sooner = { startsAt: "2026-06-01T00:00", endsAt: "2026-08-01T00:00" };
    expect((await changed(id, sooner)).map(({ field }) => field)).toEqual(["endsAt"]);
  });

  test("unless it lied before, by the version it was named by", async () => {
    const id = await addCampaign(deps, at, { name: "SUMMER26_15OFF" });
    const form = { id: at.conventionId, name: "Seasonal offer", pattern: "{season}-{offer}" };
    valueOf(await saveConvention(deps, at.as("editor"), form));
    await mind("percentage", "amount", "year");
    expect(await changed(id, { percentage: "20" })).toEqual([]);
    expect(await changed(id, { percentage: "15" })).toEqual([]);
    expect((await changed(id, { percentage: "20" })).map(({ field }) => field)).toEqual([
      "percentage",
    ]);
  });
});
