import { beforeEach, describe, expect, test } from "vitest";

import type { FieldType } from "#app/domain/naming/field.ts";
import { deleteField } from "#app/services/naming/delete-field.server.ts";
import { listConventions } from "#app/services/naming/list-conventions.server.ts";
import { listFields } from "#app/services/naming/list-fields.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import { saveField, type FieldForm } from "#app/services/naming/save-field.server.ts";
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
  at = await addShop(deps, `fields-${(shops += 1)}.myshopify.com`);
});

const listOf = (...values: string[]): FieldType => ({
  kind: "list",
  values: values.map((value) => ({ value, label: value })),
});
const put = (change: Partial<FieldForm> = {}, actor = at.as("editor")) =>
  saveField(deps, actor, {
    id: "partner",
    label: "partner",
    type: listOf("ACME", "GLOBEX"),
    isNew: true,
    ...change,
  });
const fields = async () => valueOf(await listFields(deps, at.as("viewer")));
const conventions = async () => valueOf(await listConventions(deps, at.as("viewer")));
const make = async (pattern: string) =>
  valueOf(await saveConvention(deps, at.as("editor"), { name: pattern, pattern })).id;
const actions = async () =>
  (await prisma.auditEvent.findMany({ where: { shopId: at.shop.id }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

describe("an own field", () => {
  test("can be used in conventions, which keep its definition", async () => {
    valueOf(await put());
    const id = await make("P-{partner}");
    expect(await prisma.convention.findFirst({ where: { shopId: at.shop.id, id } })).toMatchObject({
      fields: [{ id: "partner", type: listOf("ACME", "GLOBEX") }],
    });
    expect((await fields()).find((field) => field.id === "partner")).toMatchObject({
      isOwn: true,
      isBuiltIn: false,
      usedBy: [{ id, name: "P-{partner}" }],
    });
  });

  test("changed, makes a new version of every convention that uses it, and of no other", async () => {
    valueOf(await put());
    await make("P-{partner}");
    const change = { type: listOf("ACME", "INITECH"), isNew: false };
    expect(valueOf(await put(change))).toEqual({ id: "partner", conventions: 1 });
    expect(await conventions()).toMatchObject([
      { version: 1 },
      { version: 2, fields: [{ values: ["ACME", "INITECH"] }] },
    ]);
    expect(await actions()).toEqual([
      "field.saved",
      "convention.saved",
      "convention.saved",
      "field.saved",
    ]);
    // The same again changes nothing.
    expect(valueOf(await put(change))).toEqual({ id: "partner", conventions: 0 });
    expect(await actions()).toHaveLength(4);
  });

  test("is not changed so that a convention could be read in two ways", async () => {
    valueOf(await put());
    await make("P{partner}{handle:2-5}");
    const before = await conventions();
    const refused = await put({ type: listOf("A", "AB"), isNew: false });
    expect(refusalOf(refused)).toBe("type");
    expect(JSON.stringify(refused)).toContain("“P{partner}{handle:2-5}” uses this field");
    expect(await conventions()).toEqual(before);
    expect((await fields()).find(({ id }) => id === "partner")?.type).toEqual(
      listOf("ACME", "GLOBEX"),
    );
  });

  test("is not changed so that two conventions share a name", async () => {
    valueOf(await put());
    await make("{partner}-{percent}");
    await make("INITECH-{number}");
    const refused = await put({ type: listOf("INITECH"), isNew: false });
    expect(refusalOf(refused)).toBe("type");
    expect(JSON.stringify(refused)).toContain("“INITECH-{number}”");
  });

  test("is deleted when no convention needs it, and kept when one does", async () => {
    valueOf(await put());
    const id = await make("P-{partner}");
    const remove = () => deleteField(deps, at.as("editor"), "partner");
    expect(refusalOf(await remove())).toBe("conflict");
    valueOf(await saveConvention(deps, at.as("editor"), { id, name: "P", pattern: "P-{handle}" }));
    valueOf(await remove());
    expect((await fields()).some((field) => field.id === "partner")).toBe(false);
    expect(refusalOf(await remove())).toBe("not_found");
  });
});

describe("a built-in field", () => {
  const season = { id: "season", label: "season" };

  test("takes the shop’s own values, and has its own back when those are deleted", async () => {
    const campaign = await addCampaign(deps, at);
    valueOf(await put({ ...season, type: listOf("FALL", "SUMMER"), isNew: false }));
    const [changed] = await conventions();
    expect(changed).toMatchObject({
      version: 2,
      fields: [{ values: ["FALL", "SUMMER"] }, {}, {}, {}],
    });
    expect(changed?.versions).toMatchObject([
      { version: 2, campaigns: 0 },
      { version: 1, campaigns: 1 },
    ]);
    expect(campaign).toBeTruthy();
    valueOf(await deleteField(deps, at.as("editor"), "season"));
    const [restored] = await conventions();
    expect(restored?.version).toBe(3);
    expect(restored?.fields[0]?.values).toContain("SPRING");
  });

  test("is not made a second time under its id", async () => {
    expect(refusalOf(await put({ ...season }))).toBe("id");
  });
});

test.each<[string, Partial<FieldForm>, string]>([
  ["no id", { id: "" }, "id"],
  ["an id with signs", { id: "a b" }, "id"],
  ["no label", { label: " " }, "label"],
  ["an empty list", { type: listOf() }, "type"],
  ["a value with a space", { type: listOf("A B") }, "type"],
  ["the same value twice", { type: listOf("A", "A") }, "type"],
  ["a number without an end", { type: { kind: "number", min: 1, max: null } }, "type"],
  ["a word of no length", { type: { kind: "word", min: 0, max: 0, charset: "letters" } }, "type"],
  ["something else than a type", { type: null }, "type"],
  ["an unknown kind", { type: { kind: "moon" } }, "type"],
  [
    "too many values",
    { type: listOf(...Array.from({ length: 2_001 }, (_, i) => `V${i}`)) },
    "type",
  ],
  ["a change of a field nobody has", { isNew: false }, "not_found"],
  ["a change of what can be no field", { isNew: false, id: "../%00" }, "not_found"],
])("%s is refused and changes nothing", async (_, change, refusal) => {
  expect(refusalOf(await put(change))).toBe(refusal);
  expect(await prisma.namingField.count({ where: { shopId: at.shop.id } })).toBe(0);
  expect(await actions()).toEqual([]);
});

test("ids of objects’ own properties are ids like others", async () => {
  valueOf(await put({ id: "constructor" }));
  await make("C-{constructor}");
  expect(await conventions()).toHaveLength(2);
});

test("who may not, and another shop, change nothing", async () => {
  expect(refusalOf(await put({}, at.as("viewer")))).toBe("forbidden");
  valueOf(await put());
  expect(refusalOf(await deleteField(deps, at.as("reviewer"), "partner"))).toBe("forbidden");
  const other = await addShop(deps, `others-${shops}.myshopify.com`);
  expect(refusalOf(await deleteField(deps, other.as("admin"), "partner"))).toBe("not_found");
});
