import { beforeEach, expect, test } from "vitest";

import { retireConvention } from "#app/services/naming/retire-convention.server.ts";
import { checkName } from "#app/services/naming/check-name.server.ts";
import { listConventions } from "#app/services/naming/list-conventions.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  PATTERN,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
});

const save = (form: { id?: string; name?: string; pattern: string }, actor = at.as("editor")) =>
  saveConvention(deps, actor, { name: "Another", ...form });
const list = async () => valueOf(await listConventions(deps, at.as("viewer")));
const audit = () => prisma.auditEvent.count({ where: { shopId: at.shop.id } });

test("a new one stands beside the first, with an example that fits", async () => {
  const { id } = valueOf(await save({ pattern: "B2B-{campaign}_{percent}" }));
  const [, added] = await list();
  expect(added).toMatchObject({
    id,
    version: 1,
    pattern: "B2B-{campaign}_{percent}",
    fields: [{ name: "campaign" }, { name: "percent" }],
  });
  const check = valueOf(
    await checkName(deps, at.as("viewer"), { name: added?.example ?? "", conventionId: id }),
  );
  expect(check).toMatchObject({ ok: true, warnings: [] });
});

test("a change is a new version; a campaign keeps the one it was named by", async () => {
  const campaign = await addCampaign(deps, at);
  valueOf(await save({ id: at.conventionId, pattern: "{quarter}{yy}_{offer}" }));
  expect(await list()).toMatchObject([
    { id: at.conventionId, version: 2, pattern: "{quarter}{yy}_{offer}" },
  ]);
  const { dimensionSetId } = await prisma.campaign.findFirstOrThrow({ where: { id: campaign } });
  expect(await prisma.dimensionSet.findFirst({ where: { id: dimensionSetId } })).toMatchObject({
    conventionId: at.conventionId,
    conventionVersion: 1,
  });
  const before = await audit();
  valueOf(await save({ id: at.conventionId, pattern: "{quarter}{yy}_{offer}" }));
  expect([(await list())[0]?.version, await audit()]).toEqual([2, before]);
});

test.each<[string, { id?: string; name?: string; pattern: string }, string]>([
  ["no name", { name: " ", pattern: "B2B-{percent}" }, "name"],
  ["a name that is too long", { name: "x".repeat(500), pattern: "B2B-{percent}" }, "name"],
  ["a pattern that is too long", { pattern: "A".repeat(5_000) }, "pattern"],
  ["a field nobody knows", { pattern: "{moon}" }, "pattern"],
  ["no pattern", { pattern: "" }, "pattern"],
  ["a pattern that can be read in two ways", { pattern: "{campaign}{campaign}" }, "pattern"],
  ["a pattern whose names fit the first one, too", { pattern: "{season}{yy}_{offer}" }, "pattern"],
  ["the same pattern again", { pattern: PATTERN }, "pattern"],
  [
    "an id nobody has",
    { id: "00000000-0000-4000-8000-000000000000", pattern: "B2B-{percent}" },
    "not_found",
  ],
])("%s is refused and changes nothing", async (_, form, refusal) => {
  expect(new Set(refusalOf(await save(form)).split(" "))).toEqual(new Set([refusal]));
  expect(await list()).toHaveLength(1);
  expect(await audit()).toBe(0);
});

test("two that a unique code could be of are refused with the code, whichever is first", async () => {
  valueOf(await save({ pattern: "K{campaign}-{unique:8}" }));
  const plain = await save({ pattern: "K{campaign}" });
  expect(refusalOf(plain)).toBe("pattern");
  const message =
    !plain.ok && plain.refusal.kind === "invalid" && plain.refusal.problems[0]?.message;
  expect(message).toMatch(
    /named by this could have the code “K\w+-\w{8}”, which would fit “Another”/,
  );
  valueOf(await save({ pattern: "L{campaign}" }));
  const unique = await save({ pattern: "L{campaign}-{unique:6}" });
  expect(JSON.stringify(unique)).toMatch(/named by “Another” could have the code “L\w+-\w{6}”/);
});

test("two that overlap, saved at once: one of them is", async () => {
  const outcomes = await Promise.all([
    save({ pattern: "B2B-{campaign}" }),
    save({ pattern: "B2B-{campaign}[_{yy}]" }),
    save({ pattern: "B{yy}B-{campaign}" }),
  ]);
  expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
  const patterns = (await list()).map(({ pattern }) => pattern);
  expect(patterns.filter((pattern) => pattern.startsWith("B2B-"))).toHaveLength(1);
});

test("who may not, and another shop, change nothing", async () => {
  expect(refusalOf(await save({ pattern: "B2B-{percent}" }, at.as("viewer")))).toBe("forbidden");
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  const theirs = { id: at.conventionId, name: "Mine now", pattern: "B2B-{percent}" };
  expect(refusalOf(await saveConvention(deps, other.as("admin"), theirs))).toBe("not_found");
  expect(await list()).toMatchObject([{ version: 1, pattern: PATTERN }]);
});

test("one with a unique part shows how its codes look; without one, what codes are left to", async () => {
  valueOf(await save({ pattern: "VIP{yy}_{unique:10,digits,check}" }));
  expect((await list()).map(({ unique, example }) => [example, unique])).toEqual([
    ["SUMMER26_FREESHIP", null],
    ["VIP26", { length: 10, alphabet: "digits", check: true, separator: "_" }],
  ]);
});

test("retired, it names nothing new; its campaigns keep it, and saving brings it back", async () => {
  await addCampaign(deps, at);
  const retire = (actor = at.as("editor")) => retireConvention(deps, actor, at.conventionId);
  expect(refusalOf(await retire(at.as("viewer")))).toBe("forbidden");
  valueOf(await retire());
  expect(await list()).toEqual([]);
  expect(valueOf(await listConventions(deps, at.as("viewer"), { retired: true }))).toMatchObject([
    { id: at.conventionId, isActive: false, versions: [{ version: 1, campaigns: 1 }] },
  ]);
  expect(refusalOf(await retire())).toBe("conflict");
  // The same as before: but now it is to be used again.
  valueOf(await save({ id: at.conventionId, name: "Seasonal offer", pattern: PATTERN }));
  expect(await list()).toMatchObject([{ id: at.conventionId, version: 2 }]);
});
