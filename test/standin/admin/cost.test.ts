import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FaultAction } from "../state.ts";
import { BASIC, CREATE_BASIC } from "./fixtures/discounts.ts";
import { openStandin, type Opened } from "./fixtures/open.ts";

let opened: Opened;
beforeEach(async () => {
  opened = await openStandin();
});
afterEach(() => opened.standin.stop());

const costs = async (query: string, variables: object = {}) => {
  const { body } = await opened.call(query, { ...variables });
  const cost = body.extensions?.cost;
  return [cost?.requestedQueryCost, cost?.actualQueryCost];
};

describe("A call costs", () => {
  test.each([
    ["1 for an object, nothing for what it says of itself", "{ shop { name currencyCode } }", 1, 1],
    ["2 and each node for a connection", "{ customers(first: 10) { nodes { id } } }", 12, 12],
    [
      "the same by edges",
      "{ customers(first: 10) { edges { node { id } } pageInfo { endCursor } } }",
      12,
      12,
    ],
    ["what was not there is given back", "{ segments(first: 100) { nodes { id } } }", 102, 4],
    [
      "inner connections for each node",
      "{ products(first: 5) { nodes { variants(first: 10) { nodes { id } } } } }",
      67,
      undefined,
    ],
    [
      "the dearest of the possible types",
      `{ node(id: "gid://shopify/Shop/1") { ... on Shop { plan { displayName } } ... on Customer { lastOrder { customer { id } } } } }`,
      3,
      0,
    ],
    ["what is skipped is free", "{ shop { plan @skip(if: true) { displayName } name } }", 1, 1],
  ])("%s", async (_, query, requested, actual) => {
    const [asked, used] = await costs(query);
    expect(asked).toBe(requested);
    if (actual !== undefined) expect(used).toBe(actual);
  });

  test("as many objects as it names ids", async () => {
    const ids = opened.shop.customers.slice(0, 7).map(({ id }) => `gid://shopify/Customer/${id}`);
    const query = "query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect(await costs(query, { ids })).toEqual([7, 7]);
  });

  test("10 for a mutation, whatever it gives back", async () => {
    expect(await costs(CREATE_BASIC, { input: BASIC })).toEqual([10, 10]);
  });
});

describe("A call that costs too much", () => {
  test("is refused on any plan, and takes nothing", async () => {
    opened.shop.plan = "plus";
    const query = "{ customers(first: 250) { nodes { orders(first: 3) { nodes { id } } } } }";
    const { status, body } = await opened.call(query);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      errors: [{ extensions: { code: "MAX_COST_EXCEEDED", cost: 1_502, maxCost: 1_000 } }],
    });
    expect(body.data).toBeUndefined();
    expect(opened.shop.bucket.available).toBe(2_000);
  });

  test("for the bucket is throttled, and goes through once it has filled up", async () => {
    opened.shop.bucket.available = 5;
    const first = await opened.call(CREATE_BASIC, { input: BASIC });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
      extensions: {
        cost: {
          requestedQueryCost: 10,
          actualQueryCost: null,
          throttleStatus: { maximumAvailable: 2_000, currentlyAvailable: 5, restoreRate: 100 },
        },
      },
    });
    expect(opened.shop.discounts.size).toBe(0);

    opened.later(50);
    const second = await opened.call(CREATE_BASIC, { input: BASIC });
    expect(second.body.errors).toBeUndefined();
    expect(opened.shop.bucket.available).toBe(0);
  });

  test("does not fill a bucket beyond its size", async () => {
    opened.later(60_000);
    await opened.call("{ shop { name } }");
    expect(opened.shop.bucket.available).toBe(1_999);
  });
});

describe("A fault", () => {
  const withFault = (action: FaultAction) => {
    const { world } = opened.standin;
    world.faults = { ...world.faults, beforeCall: () => action };
  };
  const create = () => opened.call(CREATE_BASIC, { input: BASIC });

  test("a status instead of an answer: nothing is done", async () => {
    withFault({ action: "status", status: 503 });
    expect((await create()).status).toBe(503);
    expect(opened.shop.discounts.size).toBe(0);
  });

  test("throttled although the bucket is full: nothing is done", async () => {
    withFault({ action: "throttle" });
    expect((await create()).body).toMatchObject({
      errors: [{ extensions: { code: "THROTTLED" } }],
    });
    expect(opened.shop.discounts.size).toBe(0);
  });

  test("a connection closed before anything is done", async () => {
    withFault({ action: "reset" });
    await expect(create()).rejects.toThrow();
    expect(opened.shop.discounts.size).toBe(0);
  });

  test("an answer lost after everything is done", async () => {
    withFault({ action: "loseResponse" });
    await expect(create()).rejects.toThrow();
    expect(opened.shop.discounts.size).toBe(1);
    expect(opened.standin.world.calls.at(-1)).toMatchObject({
      status: 0,
      outcome: "loseResponse: ok",
    });
  });

  test("an answer that comes late", async () => {
    withFault({ action: "slow", ms: 80 });
    const before = performance.now();
    expect((await create()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(75);
  });
});
