import { join } from "node:path";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { fetchSchema } from "../schema/fetch-schema.ts";
import { APP_NAMESPACE, appNamespace, facts } from "./fixtures/facts.ts";
import type { FunctionFacts, MetafieldFact } from "./facts.ts";
import { buildInput, readInputQuery } from "./input.ts";
import { discoverFunctions, type FunctionManifest } from "./manifest.ts";
import { readOutput } from "./output.ts";
import { queryCost } from "./query-cost.ts";
import { runFunction } from "./run.ts";
import { runInSandbox } from "./sandbox.ts";
import { loadFunctionSchema } from "./schema.ts";

const TARGET = "cart.lines.discounts.generate.run";
await fetchSchema();
const schema = loadFunctionSchema("2026-10");

function fixture(): FunctionManifest {
  const found = discoverFunctions(join(import.meta.dirname, "fixtures"))[0];
  if (!found) throw new Error("The fixture function was not found");
  return found;
}

function json(key: string, value: unknown): MetafieldFact {
  return { namespace: APP_NAMESPACE, key, type: "json", value: JSON.stringify(value) };
}

function run(changes: Partial<FunctionFacts>) {
  return runFunction({
    manifest: fixture(),
    target: TARGET,
    schema,
    facts: facts(changes),
    appNamespace,
  });
}

function guarded(rule: object): Partial<FunctionFacts> {
  return { discount: { classes: ["ORDER"], metafields: [json("guard", rule)] } };
}

async function input(query: string, changes: Partial<FunctionFacts> = {}): Promise<unknown> {
  const read = readInputQuery(schema, query);
  if (read.kind === "refused") throw new Error(read.errors.join("; "));
  const built = await buildInput(schema, read.document, facts(changes), appNamespace, {});
  if (built.kind === "failed") throw new Error(built.error);
  return JSON.parse(built.json);
}

describe("finding functions", () => {
  it("reads handle, target, export, query and bundle from the toml", () => {
    expect(fixture()).toMatchObject({
      handle: "two-uses",
      apiVersion: "2026-10",
      targets: [{ target: TARGET, exportName: "cart-lines-discounts-generate-run" }],
    });
    expect(fixture().bundlePath).toMatch(/two-uses\/built\/function\.js$/);
  });

  it("finds nothing where there is no folder", () => {
    expect(discoverFunctions("no/such/folder")).toEqual([]);
  });
});

describe("query limits", () => {
  it.each([
    ["{ cart { __typename } }", 0],
    ["{ triggeringDiscountCode }", 1],
    ["{ enteredDiscountCodes { code rejectable } }", 2],
    ['{ discount { metafield(key: "a") { value type jsonValue } } }', 3],
    ['{ cart { buyerIdentity { customer { id hasAnyTag(tags: ["a"]) } } } }', 4],
    ['{ cart { buyerIdentity { customer { hasTags(tags: ["a"]) { tag hasTag } } } } }', 3],
    ["{ cart { ...C } } fragment C on Cart { lines { id quantity } }", 2],
  ])("%s costs %i", (query, cost) => {
    expect(queryCost(schema, parse(query))).toBe(cost);
  });

  it("lets a query of cost 30 through and refuses 31", () => {
    const fields = (count: number): string =>
      `{ cart { lines { ${Array.from({ length: count }, (_, i) => `a${i}: id`).join(" ")} } } }`;
    expect(readInputQuery(schema, fields(30)).kind).toBe("query");
    expect(readInputQuery(schema, fields(31))).toMatchObject({
      errors: ["Input query costs 31, the limit is 30"],
    });
  });

  it("refuses 3,001 bytes, comments left out", () => {
    const query = (bytes: number): string => "{ triggeringDiscountCode }".padEnd(bytes);
    expect(readInputQuery(schema, query(3_000)).kind).toBe("query");
    expect(readInputQuery(schema, query(3_001)).kind).toBe("refused");
    expect(readInputQuery(schema, `${query(3_000)}# a comment`).kind).toBe("query");
    expect(readInputQuery(schema, `# a comment\n${query(2_990)}`).kind).toBe("query");
  });

  it("refuses a list argument of more than 100 elements and a field the schema lacks", () => {
    const tags = JSON.stringify(Array.from({ length: 101 }, (_, i) => String(i)));
    const query = `{ cart { buyerIdentity { customer { hasAnyTag(tags: ${tags}) } } } }`;
    expect(readInputQuery(schema, query).kind).toBe("refused");
    expect(readInputQuery(schema, "{ cart { segments } }").kind).toBe("refused");
  });
});

describe("input", () => {
  it("answers buyer, codes, shop clock and membership from the checkout", async () => {
    const answer = await input(`{
      enteredDiscountCodes { code rejectable }
      shop { localTime { date dateTimeAfter(dateTime: "2026-07-02T00:30:00")
        dateTimeBefore(dateTime: "2026-07-02T00:30:00") } }
      cart { buyerIdentity { isAuthenticated email customer { amountSpent { amount currencyCode }
        hasAnyTag(tags: ["vip"]) } } lines { merchandise { ... on ProductVariant { product {
        inAnyCollection(ids: ["gid://shopify/Collection/7"]) } } } cost { subtotalAmount { amount } } } }
    }`);
    expect(answer).toEqual({
      enteredDiscountCodes: [{ code: "SUMMER26", rejectable: true }],
      // 22:30 UTC is half past midnight in Berlin.
      shop: { localTime: { date: "2026-07-02", dateTimeAfter: true, dateTimeBefore: false } },
      cart: {
        buyerIdentity: {
          isAuthenticated: true,
          email: "ada@example.com",
          customer: { amountSpent: { amount: "40.0", currencyCode: "USD" }, hasAnyTag: true },
        },
        lines: [
          {
            merchandise: { product: { inAnyCollection: true } },
            cost: { subtotalAmount: { amount: "39.8" } },
          },
        ],
      },
    });
  });

  it("hides a metafield value over 10,000 bytes, another app's, and an absent one", async () => {
    const query = `{ discount { big: metafield(key: "big") { value } fits: metafield(namespace: "$app", key: "fits") { value }
      none: metafield(key: "none") { value } other: metafield(key: "other") { value } } }`;
    const metafields = [
      {
        namespace: APP_NAMESPACE,
        key: "big",
        type: "single_line_text_field",
        value: "é".repeat(5_001),
      },
      {
        namespace: APP_NAMESPACE,
        key: "fits",
        type: "single_line_text_field",
        value: "é".repeat(5_000),
      },
      { namespace: "app--2", key: "other", type: "single_line_text_field", value: "theirs" },
    ];
    expect(await input(query, { discount: { classes: [], metafields } })).toEqual({
      discount: { big: null, fits: { value: "é".repeat(5_000) }, none: null, other: null },
    });
  });

  it("names a field it does not imitate instead of answering null", async () => {
    await expect(input("{ cart { poNumber } }")).rejects.toThrow(
      "The stand-in does not imitate Cart.poNumber",
    );
  });

  it("fails over 128,000 bytes", async () => {
    const metafields = Array.from({ length: 9 }, (_, i) => json(`m${i}`, "x".repeat(9_990)));
    const query = `{ discount { ${metafields
      .map(({ key }) => `${key}: metafield(key: "${key}") { value jsonValue }`)
      .join(" ")} } }`;
    await expect(input(query, { discount: { classes: [], metafields } })).rejects.toThrow(
      /limit is 128000/,
    );
  });
});

describe("output", () => {
  it.each([
    ["an unknown property", { operations: [{ nonsense: 1 }] }],
    ["a missing message", { operations: [{ enteredDiscountCodesReject: { codes: [] } }] }],
    [
      "two operations in one",
      {
        operations: [
          {
            enteredDiscountCodesReject: { codes: [], message: "x" },
            enteredDiscountCodesAccept: { codes: [] },
          },
        ],
      },
    ],
    ["no operations", {}],
    [
      "a number for a text",
      { operations: [{ enteredDiscountCodesReject: { codes: [], message: 1 } }] },
    ],
  ])("refuses %s", (_, value) => {
    expect(readOutput(schema, TARGET, JSON.stringify(value), 1).kind).toBe("invalid");
  });

  it("refuses more than 20,000 bytes", () => {
    const reject = (bytes: number): string => {
      const empty = { operations: [{ enteredDiscountCodesReject: { codes: [], message: "" } }] };
      const room = bytes - JSON.stringify(empty).length;
      empty.operations[0]!.enteredDiscountCodesReject.message = "m".repeat(room);
      return JSON.stringify(empty);
    };
    expect(readOutput(schema, TARGET, reject(20_000), 1).kind).toBe("output");
    expect(readOutput(schema, TARGET, reject(20_001), 1).kind).toBe("invalid");
  });
});

describe("running", () => {
  it("refuses a code at the limit with the function's own message", async () => {
    const used = facts().buyer!;
    const customer = { ...used.customer!, metafields: [json("standing", 2)] };
    const result = await run({
      ...guarded({ prefix: "SUMMER", limit: 2 }),
      buyer: { ...used, customer },
    });
    expect(result).toMatchObject({
      kind: "ok",
      result: {
        operations: [
          {
            enteredDiscountCodesReject: {
              codes: [{ code: "SUMMER26" }],
              message: "You have used this offer 2 times.",
            },
          },
        ],
      },
    });
  });

  it("lets the code through below the limit", async () => {
    expect(await run(guarded({ prefix: "SUMMER", limit: 2 }))).toMatchObject({
      kind: "ok",
      result: { operations: [] },
    });
  });

  it.each([
    ["throw", /The fixture was told to throw/],
    ["nothing", /without writing an output/],
    ["garbage", /nonsense/],
    ["loop", /interrupted/],
  ])("%s is a function failure, not the stand-in's", async (fail, error) => {
    const result = await run(guarded({ fail }));
    expect(result.kind).toBe("failed");
    expect(result.kind === "failed" && result.error).toMatch(error);
  });

  it("keeps nothing from one run to the next", async () => {
    const code = `ShopifyFunction.writeOutput({ seen: globalThis.seen ?? 0 }); globalThis.seen = 1;`;
    const first = await runInSandbox({ code, inputJson: "{}" });
    const second = await runInSandbox({ code, inputJson: "{}" });
    expect([first, second].map((r) => r.kind === "output" && r.json)).toEqual([
      '{"seen":0}',
      '{"seen":0}',
    ]);
  });

  it("has no clock, no randomness and no network", async () => {
    for (const code of ["Date.now()", "Math.random()", "fetch('x')", "setTimeout(() => {}, 1)"]) {
      expect((await runInSandbox({ code, inputJson: "{}" })).kind).toBe("failed");
    }
  });

  it("says when the bundle has not been built", async () => {
    const manifest = { ...fixture(), bundlePath: "no/such/function.js" };
    const result = await runFunction({
      manifest,
      target: TARGET,
      schema,
      facts: facts(),
      appNamespace,
    });
    expect(result).toMatchObject({ kind: "failed" });
  });
});
