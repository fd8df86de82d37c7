import { beforeEach, describe, expect, test } from "vitest";

import type { NamedTerms } from "#app/domain/naming/summary.ts";
import { checkCampaign } from "#app/services/naming/check-campaign.server.ts";
import { checkName } from "#app/services/naming/check-name.server.ts";
import { listLintRules } from "#app/services/naming/list-lint-rules.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import { setLintRule } from "#app/services/naming/set-lint-rule.server.ts";
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
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `check-${(shops += 1)}.myshopify.com`);
});

const check = async (name: string, terms: NamedTerms = {}, conventionId = at.conventionId) =>
  valueOf(await checkName(deps, at.as("viewer"), { name, conventionId, terms }));

describe("a name while it is typed", () => {
  test("says what it means", async () => {
    expect(await check("winter26_freeship", { offerKind: "free_shipping" })).toMatchObject({
      ok: true,
      dimensions: [
        { field: "season", value: "Winter" },
        { field: "yy", value: "26" },
        { field: "offer" },
      ],
      lints: [],
      warnings: [],
    });
  });

  test("is compared with offers and audiences of which not everything is chosen yet", async () => {
    const lies = async (terms: NamedTerms) => {
      const verdict = await check("WINTER26_FREESHIP", terms);
      return verdict.ok ? verdict.lints.map(({ rule }) => rule) : verdict.message;
    };
    expect(await lies({ offerKind: "buy_x_get_y" })).toEqual(["offer_kind"]);
    expect(await lies({ offerKind: "free_shipping", audience: "customers" })).toEqual([]);
    expect(await lies({ offerKind: "percentage", audience: "segment" })).toEqual(["offer_kind"]);
  });

  test("is told where it goes wrong, and what is nearest, by whichever convention", async () => {
    const { id } = valueOf(
      await saveConvention(deps, at.as("editor"), { name: "Partners", pattern: "B2B-{percent}" }),
    );
    expect(await check("SUMER26_10OFF")).toMatchObject({
      ok: false,
      position: 1,
      suggestions: [{ name: "SUMMER26_10OFF", conventionId: at.conventionId }],
    });
    expect(await check("B2B-10")).toMatchObject({
      ok: false,
      suggestions: [{ name: "B2B-10", conventionId: id, conventionName: "Partners" }],
    });
  });

  test("is offered how to go on", async () => {
    const { options } = await check("SUMMER");
    expect(options.map(({ text }) => text)).toContain("SUMMER26");
    expect((await check("SUMMER26")).options).toContainEqual(
      expect.objectContaining({ text: "SUMMER26_" }),
    );
  });

  test("of unique codes is what stands before the unique part", async () => {
    const { id } = valueOf(
      await saveConvention(deps, at.as("editor"), { name: "VIP", pattern: "VIP{yy}-{unique:8}" }),
    );
    expect(await check("VIP26", { codeKind: "unique" }, id)).toMatchObject({
      ok: true,
      dimensions: [{ field: "yy", value: "26" }],
    });
    expect(await check("VIP26-234579BC", {}, id)).toMatchObject({ ok: false });
  });

  test("that is taken is said to be", async () => {
    await addCampaign(deps, at);
    expect(await check("summer26_10off")).toMatchObject({
      warnings: [expect.stringContaining("already a campaign")],
    });
  });

  test("is not looked up in another shop", async () => {
    const other = await addShop(deps, `check-other-${shops}.myshopify.com`);
    await addCampaign(deps, other);
    expect(await check("SUMMER26_10OFF")).toMatchObject({ ok: true, warnings: [] });
    const theirs = { name: "SUMMER26_10OFF", conventionId: other.conventionId };
    expect(refusalOf(await checkName(deps, at.as("viewer"), theirs))).toBe("not_found");
  });
});

describe("a name that contradicts its terms", () => {
  test.each<[string, string, NamedTerms, string[]]>([
    ["free shipping on ten percent", "SUMMER26_FREESHIP", { percentage: "10" }, ["offer_kind"]],
    ["another percentage", "SUMMER26_15OFF", { percentage: "10" }, ["percentage"]],
    ["another year", "SUMMER24_10OFF", { percentage: "10" }, ["year"]],
    ["nothing", "SUMMER26_10OFF", { percentage: "10" }, []],
    ["terms that cannot be read yet", "SUMMER26_15OFF", { percentage: "x" }, []],
  ])("%s", async (_, name, terms, rules) => {
    const verdict = await check(name, { startsAt: "2026-06-01T00:00", ...terms });
    expect(verdict.ok && verdict.lints.map(({ rule }) => rule)).toEqual(rules);
  });

  test("offers the name that does not", async () => {
    const verdict = await check("SUMMER26_15OFF", { percentage: "10" });
    expect(verdict.ok && verdict.lints[0]?.fixes).toEqual([
      { kind: "rename", name: "SUMMER26_10OFF" },
      { kind: "set_offer", offer: { kind: "percentage", basisPoints: 1_500 } },
    ]);
  });

  test("is minded as much as the shop says", async () => {
    const set = (severity: string, actor = at.as("editor")) =>
      setLintRule(deps, actor, { rule: "percentage", severity });
    const found = async () => {
      const verdict = await check("SUMMER26_15OFF", { percentage: "10" });
      return verdict.ok && verdict.lints.map(({ severity }) => severity);
    };
    valueOf(await set("error"));
    expect(await found()).toEqual(["error"]);
    valueOf(await set("off"));
    expect(await found()).toEqual([]);
    valueOf(await set("off"));
    expect(await prisma.auditEvent.count({ where: { shopId: at.shop.id } })).toBe(2);
    expect(refusalOf(await set("loud"))).toBe("severity");
    expect(refusalOf(await set("off", at.as("viewer")))).toBe("forbidden");
    const unknown = { rule: "toString", severity: "off" };
    expect(refusalOf(await setLintRule(deps, at.as("editor"), unknown))).toBe("not_found");
    const rules = valueOf(await listLintRules(deps, at.as("viewer")));
    expect(rules.filter(({ severity, usual }) => severity !== usual)).toMatchObject([
      { rule: "percentage", severity: "off" },
    ]);
  });
});

describe("a name that looks like another’s code", () => {
  const looks = async (name: string, terms?: NamedTerms) => {
    const verdict = await check(name, terms);
    return verdict.ok ? verdict.warnings : [];
  };
  beforeEach(async () => {
    valueOf(
      await saveConvention(deps, at.as("editor"), { name: "Words", pattern: "W-{campaign}" }),
    );
  });

  test("is told so, with why; another percentage is another offer to everybody", async () => {
    await addCampaign(deps, at, { name: "SUMMER26_10OFF" });
    const { id } = await prisma.convention.findFirstOrThrow({
      where: { shopId: at.shop.id, name: "Words" },
    });
    await addCampaign(deps, at, { name: "W-BOOK", conventionId: id });
    const words = valueOf(
      await checkName(deps, at.as("viewer"), { name: "W-B0OK", conventionId: id }),
    );
    expect(words.ok && words.warnings).toEqual([
      expect.stringMatching(/^Shoppers could confuse W-B0OK with W-BOOK: they .+\.$/),
    ]);
    expect(await looks("SUMMER26_15OFF")).toEqual([]);
  });

  test.each(["unique", "list", "public"])(
    "whatever its codes are: %s codes, whose names are compared in both directions",
    async (codeKind) => {
      const { id } = await prisma.convention.findFirstOrThrow({
        where: { shopId: at.shop.id, name: "Words" },
      });
      const warnings = async (name: string) => {
        const question = { name, conventionId: id, terms: { codeKind } };
        const verdict = valueOf(await checkName(deps, at.as("viewer"), question));
        return verdict.ok ? verdict.warnings : [];
      };
      await addCampaign(deps, at, { name: "W-BOOK", conventionId: id });
      const unique = await addCampaign(deps, at, {
        ...{ name: "W-LAMP", conventionId: id },
        ...{ codeKind: "unique", codeCount: "5" },
      });
      expect(await warnings("W-B0OK")).toEqual([expect.stringContaining("W-BOOK: they")]);
      expect(await warnings("W-LAMPS")).toEqual([expect.stringContaining("W-LAMP: they")]);
      expect(valueOf(await checkCampaign(deps, at.as("viewer"), unique)).warnings).toEqual([]);
      const twin = await addCampaign(deps, at, { name: "W-LAWP", conventionId: id });
      for (const [one, other] of [
        [unique, "W-LAWP"],
        [twin, "W-LAMP"],
      ] as const) {
        expect(valueOf(await checkCampaign(deps, at.as("viewer"), one)).warnings).toEqual([
          expect.stringContaining(`with ${other}: they`),
        ]);
      }
    },
  );
});

test("a campaign is checked as it is now, by the version it was named by", async () => {
  const id = await addCampaign(deps, at, { name: "SUMMER26_15OFF", percentage: "15" });
  expect(valueOf(await checkCampaign(deps, at.as("viewer"), id))).toEqual({
    lints: [],
    warnings: [],
  });
  const form = { id: at.conventionId, name: "Seasonal offer", pattern: "{season}-{offer}" };
  valueOf(await saveConvention(deps, at.as("editor"), form));
  await prisma.campaign.update({
    where: { shopId_id: { shopId: at.shop.id, id } },
    data: { basisPoints: 2_000 },
  });
  expect(valueOf(await checkCampaign(deps, at.as("viewer"), id))).toMatchObject({
    lints: [{ rule: "percentage", field: "offer" }],
  });
  const other = await addShop(deps, `check-third-${shops}.myshopify.com`);
  expect(refusalOf(await checkCampaign(deps, other.as("admin"), id))).toBe("not_found");
});
