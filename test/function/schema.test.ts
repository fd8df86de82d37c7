import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  loadInputQuery,
  loadSchema,
  validateTestAssets,
} from "@shopify/shopify-function-test-helpers";
import { Kind, parse, printSchema, visit, type SelectionNode } from "graphql";
import { afterAll, describe, expect, test } from "vitest";
import {
  GUESTS_KEYS,
  METAFIELD_NAMESPACE,
  RULES_KEYS,
  STANDING_KEY,
} from "#app/domain/policy/metafields.ts";
import { loadFunctionSchema } from "#test/standin/function/schema.ts";
import { queryCost } from "#test/standin/function/query-cost.ts";
import { FIXTURES } from "./fixture.ts";
import { guardInput } from "./guard-input.ts";

const queryPath = "extensions/bonus-guard/src/run.graphql";
const source = readFileSync(queryPath, "utf8");
const inputQueryAST = parse(source);
const schema = loadFunctionSchema("2026-10");

describe("the input query", () => {
  test("stays within Shopify's limits", () => {
    expect(Buffer.byteLength(source)).toBeLessThanOrEqual(3000);
    expect(queryCost(schema, inputQueryAST)).toBeLessThanOrEqual(30);
  });

  test("never asks for the cart's lines", () => {
    const fields: string[] = [];
    visit(inputQueryAST, { Field: (node) => void fields.push(node.name.value) });
    expect(fields).toContain("buyerIdentity");
    expect(fields).not.toContain("lines");
    expect(fields).not.toContain("deliverableLines");
  });

  test("reads exactly the metafields the server writes", () => {
    const read: unknown[] = [];
    const walk = (owner: string, selections: readonly SelectionNode[]) => {
      for (const node of selections) {
        if (node.kind !== Kind.FIELD) continue;
        if (node.name.value === "metafield") {
          const given = node.arguments ?? [];
          const text = given.map(({ name, value }) => [
            name.value,
            value.kind === Kind.STRING ? value.value : value.kind,
          ]);
          read.push({ owner, ...(Object.fromEntries(text) as Record<string, string>) });
        }
        walk(node.name.value, node.selectionSet?.selections ?? []);
      }
    };
    for (const definition of inputQueryAST.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION)
        walk("", definition.selectionSet.selections);
    }
    const on = (owner: string, key: string) => ({ owner, namespace: METAFIELD_NAMESPACE, key });
    expect(read).toEqual([
      on("customer", STANDING_KEY),
      ...RULES_KEYS.map((key) => on("discount", key)),
      ...GUESTS_KEYS.map((key) => on("discount", key)),
    ]);
  });
});

// The helpers bring their own graphql, so they read schema and query themselves.
const folder = mkdtempSync(join(tmpdir(), "bonafide-schema-"));
const schemaPath = join(folder, "schema.graphql");
writeFileSync(schemaPath, printSchema(schema));
afterAll(() => rmSync(folder, { recursive: true }));

describe("fixtures are what Shopify would hand over and take back", () => {
  test.each(Object.entries(FIXTURES))("%s", async (_, { checkout, output }) => {
    const fixture = {
      export: "cart-lines-discounts-generate-run",
      input: guardInput(checkout),
      expectedOutput: output,
      target: "cart.lines.discounts.generate.run",
    };
    const result = await validateTestAssets({
      schema: await loadSchema(schemaPath),
      fixture,
      inputQueryAST: await loadInputQuery(queryPath),
    });
    expect(result.inputQuery.errors).toEqual([]);
    expect(result.inputFixture.errors).toEqual([]);
    expect(result.outputFixture.errors).toEqual([]);
  });
});
