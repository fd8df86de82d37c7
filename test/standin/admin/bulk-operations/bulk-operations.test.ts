import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ADD_CODES, createBasic } from "../fixtures/discounts.ts";
import { openStandin, type Opened } from "../fixtures/open.ts";
import { CODES, finished, linesOf, read, run, RUN } from "./fixtures.ts";

let opened: Opened;
beforeEach(async () => {
  opened = await openStandin();
});
afterEach(() => opened.standin.stop());

const addCodes = async (id: string, codes: readonly string[]) => {
  await opened.payload(ADD_CODES, { id, codes: codes.map((code) => ({ code })) });
  opened.later();
};

describe("A bulk operation", () => {
  test("is created, runs, and is completed with a file to fetch", async () => {
    await createBasic(opened);
    const id = await run(opened, CODES);
    expect(await read(opened, id)).toMatchObject({
      type: "QUERY",
      status: "CREATED",
      objectCount: "0",
      url: null,
      completedAt: null,
      query: CODES,
    });
    opened.later(150);
    expect(await read(opened, id)).toMatchObject({ status: "RUNNING" });
    opened.later(150);
    const done = await read(opened, id);
    expect(done).toMatchObject({
      status: "COMPLETED",
      errorCode: null,
      objectCount: "2",
      rootObjectCount: "1",
      partialDataUrl: null,
    });
    expect(done.url).toMatch(/\/bulk-.*\.jsonl\?.*Signature=/);
    const bytes = (await (await fetch(done.url ?? "")).arrayBuffer()).byteLength;
    expect(done.fileSize).toBe(String(bytes));
  });

  test("writes every node on a line, a nested one with its parent's id", async () => {
    const discount = await createBasic(opened);
    await addCodes(discount, ["NEW-1", "NEW-2"]);
    const { url } = await finished(opened, await run(opened, CODES));
    const nodeId = discount.replace("DiscountCodeNode", "DiscountNode");
    const lines = await linesOf(url);
    expect(lines).toEqual([
      {
        id: nodeId,
        discount: { __typename: "DiscountCodeBasic", title: "Summer", status: "ACTIVE" },
      },
      ...["SUMMER26", "NEW-1", "NEW-2"].map((code) => ({
        id: expect.stringMatching(/^gid:\/\/shopify\/DiscountRedeemCode\//) as string,
        code,
        asyncUsageCount: 0,
        __parentId: nodeId,
      })),
    ]);
  });

  test("puts children after their parents, right behind them only when grouped", async () => {
    for (const index of [1, 2, 3]) await createBasic(opened, { code: `C${index}` });
    const shape = async (isGrouped: boolean) => {
      const { url } = await finished(opened, await run(opened, CODES, isGrouped));
      return (await linesOf(url)).map((line) => (line.__parentId ? "code" : "discount")).join(" ");
    };
    expect(await shape(false)).toBe("discount discount discount code code code");
    expect(await shape(true)).toBe("discount code discount code discount code");
  });

  test("asks no more of the bucket than any mutation, however much it reads", async () => {
    for (let index = 0; index < 40; index += 1) await createBasic(opened, { code: `C${index}` });
    opened.later(60_000);
    const { body } = await opened.call(RUN, { query: CODES });
    expect(body.extensions?.cost).toMatchObject({ requestedQueryCost: 10, actualQueryCost: 10 });
  });

  test("takes filters and order, and ignores pages", async () => {
    await createBasic(opened, { title: "Autumn", code: "A" });
    await createBasic(opened, { title: "Summer", code: "B" });
    await createBasic(opened, { title: "August", code: "C" });
    const query = `{ codeDiscountNodes(first: 1, query: "title:au", sortKey: TITLE) {
      edges { node { id codeDiscount { ... on DiscountCodeBasic { title } } } } } }`;
    const { url } = await finished(opened, await run(opened, query));
    const titles = (await linesOf(url)).map(({ codeDiscount }) => codeDiscount);
    expect(titles).toEqual([{ title: "August" }, { title: "Autumn" }]);
  });

  test("that finds nothing has no file", async () => {
    const done = await finished(opened, await run(opened, CODES));
    expect(done).toMatchObject({ status: "COMPLETED", objectCount: "0", url: null });
  });

  test("fails when a scope is missing", async () => {
    const token = [...opened.shop.accessTokens.values()][0];
    const query = "{ markets { edges { node { id } } } }";
    expect(token?.scopes.has("read_markets") ?? false).toBe(false);
    expect(await finished(opened, await run(opened, query))).toMatchObject({
      status: "FAILED",
      errorCode: "ACCESS_DENIED",
      url: null,
    });
  });

  test("that asks what the stand-in does not know is no answer of Shopify's", async () => {
    await createBasic(opened);
    const query = `{ discountNodes { edges { node { id events { edges { node { id } } } } } } }`;
    const id = await run(opened, query);
    opened.later();
    opened.later();
    const asked = "query Asked($id: ID!) { bulkOperation(id: $id) { status } }";
    expect(await opened.errorCodes(asked, { id })).toEqual(["STANDIN_UNIMPLEMENTED"]);
  });

  test("tells when it has finished", async () => {
    await createBasic(opened);
    opened.events.length = 0;
    const id = await run(opened, CODES);
    await finished(opened, id);
    expect(opened.events).toMatchObject([
      {
        topic: "bulk_operations/finish",
        payload: {
          admin_graphql_api_id: id,
          status: "completed",
          error_code: null,
          type: "query",
          completed_at: "2026-11-02T13:00:02+01:00",
        },
      },
    ]);
  });
});

describe("At most five", () => {
  test("run at once; the sixth is refused, until one is over", async () => {
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push(await run(opened, CODES));
    const sixth = await opened.payload<{ userErrors: { message: string }[] }>(RUN, {
      query: CODES,
    });
    expect(sixth).toMatchObject({
      bulkOperation: null,
      userErrors: [{ field: null, code: "OPERATION_IN_PROGRESS" }],
    });
    expect(sixth.userErrors[0]?.message).toContain(ids[4]);
    await finished(opened, ids[0] ?? "");
    expect(await run(opened, CODES)).toMatch(/BulkOperation/);
  });
});

describe("Cancelling", () => {
  const CANCEL = `mutation Cancel($id: ID!) { bulkOperationCancel(id: $id) {
    bulkOperation { id status } userErrors { field message } } }`;

  test("takes a moment", async () => {
    const id = await run(opened, CODES);
    expect(await opened.payload(CANCEL, { id })).toEqual({
      bulkOperation: { id, status: "CANCELING" },
      userErrors: [],
    });
    opened.later();
    expect(await read(opened, id)).toMatchObject({ status: "CANCELED", url: null });
    expect(opened.events.at(-1)?.payload).toMatchObject({ status: "canceled" });
  });

  test("is refused when it is over, and of what there is not", async () => {
    const id = await run(opened, CODES);
    await finished(opened, id);
    expect(await opened.payload(CANCEL, { id })).toEqual({
      bulkOperation: { id, status: "COMPLETED" },
      userErrors: [
        { field: null, message: "A bulk operation cannot be canceled when it is completed" },
      ],
    });
    const other = "gid://shopify/BulkOperation/1";
    expect(await opened.payload(CANCEL, { id: other })).toEqual({
      bulkOperation: null,
      userErrors: [{ field: ["id"], message: "Bulk operation does not exist" }],
    });
  });
});

test("Operations are listed newest first, and found by their status", async () => {
  const old = await run(opened, CODES);
  await finished(opened, old);
  const running = await run(opened, CODES);
  const list = `query List($query: String) { bulkOperations(first: 5, query: $query) { nodes { id } } }`;
  expect(await opened.payload(list)).toEqual({ nodes: [{ id: running }, { id: old }] });
  expect(await opened.payload(list, { query: "status:completed" })).toEqual({
    nodes: [{ id: old }],
  });
  const current = "{ currentBulkOperation { id } }";
  expect(await opened.payload(current)).toEqual({ id: running });
  const node = "query Node($id: ID!) { node(id: $id) { ... on BulkOperation { status } } }";
  expect(await opened.payload(node, { id: running })).toEqual({ status: "CREATED" });
});
