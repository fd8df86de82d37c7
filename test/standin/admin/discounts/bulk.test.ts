import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ADD_CODES, createBasic, READ_CREATION } from "../fixtures/discounts.ts";
import { openStandin, shopNamed, type Opened } from "../fixtures/open.ts";

let opened: Opened;
let discount: string;
beforeEach(async () => {
  opened = await openStandin();
  discount = await createBasic(opened);
});
afterEach(() => opened.standin.stop());

type Creation = {
  readonly done: boolean;
  readonly codesCount: number;
  readonly importedCount: number;
  readonly failedCount: number;
  readonly codes: {
    readonly nodes: readonly {
      readonly code: string;
      readonly discountRedeemCode: { readonly id: string; readonly code: string } | null;
      readonly errors: readonly { readonly code: string }[];
    }[];
  };
};

const add = async (codes: readonly string[], id = discount): Promise<string> => {
  const variables = { id, codes: codes.map((code) => ({ code })) };
  const { bulkCreation } = await opened.payload<{ bulkCreation: { id: string } }>(
    ADD_CODES,
    variables,
  );
  return bulkCreation.id;
};
const creation = (id: string) => opened.payload<Creation>(READ_CREATION, { id });

describe("Adding codes", () => {
  test("takes a while, and then says of each how it fared", async () => {
    await createBasic(opened, { title: "Other", code: "OTHER" });
    const id = await add(["NEW-1", "new-1", "other", "", "A".repeat(256), "NEW-2"]);
    expect(await creation(id)).toMatchObject({ done: false, importedCount: 0, failedCount: 0 });

    opened.later();
    const done = await creation(id);
    expect(done).toMatchObject({ done: true, codesCount: 6, importedCount: 2, failedCount: 4 });
    expect(done.codes.nodes.map(({ errors }) => errors[0]?.code ?? "added")).toEqual([
      "added",
      "TAKEN",
      "TAKEN",
      "BLANK",
      "TOO_LONG",
      "added",
    ]);
    expect(done.codes.nodes[0]?.discountRedeemCode?.code).toBe("NEW-1");
    expect(done.codes.nodes[1]?.discountRedeemCode).toBeNull();
  });

  test("is announced code by code", async () => {
    opened.events.length = 0;
    await add(["NEW-1", "NEW-2"]);
    opened.later();
    expect(opened.events.map(({ topic }) => topic)).toEqual([
      "discounts/redeemcode_added",
      "discounts/redeemcode_added",
      "discounts/update",
    ]);
    expect(opened.events[0]?.payload).toMatchObject({
      admin_graphql_api_id: discount,
      redeem_code: { code: "NEW-1" },
    });
  });

  test("a second time adds nothing", async () => {
    await add(["NEW-1"]);
    opened.later();
    const again = await add(["NEW-1"]);
    opened.later();
    expect(await creation(again)).toMatchObject({ importedCount: 0, failedCount: 1 });
  });

  test("two at once: one gets the code", async () => {
    const other = await createBasic(opened, { title: "Other", code: "OTHER" });
    const ids = [await add(["SAME"]), await add(["same"], other)];
    opened.later();
    const counts = await Promise.all(ids.map(async (id) => (await creation(id)).importedCount));
    expect(counts).toEqual([1, 0]);
  });

  test("fails code by code when the discount goes meanwhile", async () => {
    const id = await add(["NEW-1"]);
    const remove = `mutation Delete($id: ID!) { discountCodeDelete(id: $id) { userErrors { code } } }`;
    await opened.payload(remove, { id: discount });
    opened.later();
    expect(await creation(id)).toMatchObject({ done: true, importedCount: 0, failedCount: 1 });
    expect(opened.shop.codeIndex.size).toBe(0);
  });

  test("250 are the most", async () => {
    const codes = Array.from({ length: 251 }, (_, index) => `C-${index}`);
    const { status, body } = await opened.call(ADD_CODES, {
      id: discount,
      codes: codes.map((code) => ({ code })),
    });
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([
      {
        message: "The input array size of 251 is greater than the maximum allowed of 250.",
        extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" },
      },
    ]);
    opened.later();
    expect(opened.shop.codeIndex.size).toBe(1);
    const id = await add(codes.slice(1));
    opened.later();
    expect(await creation(id)).toMatchObject({ importedCount: 250, failedCount: 0 });
  });

  test("is refused for a discount of another store", async () => {
    const shop = shopNamed(opened.standin, "second-shop");
    const { body } = await opened.call(
      ADD_CODES,
      { id: discount, codes: [{ code: "X" }] },
      { shop },
    );
    expect(body.data?.["discountRedeemCodeBulkAdd"]).toMatchObject({
      bulkCreation: null,
      userErrors: [{ field: ["discountId"], message: "Discount does not exist" }],
    });
  });
});

describe("Jobs", () => {
  const JOB = "query Job($id: ID!) { job(id: $id) { done } }";

  test("remove codes in a while", async () => {
    await add(["NEW-1", "NEW-2"]);
    opened.later();
    const remove = `mutation Remove($id: ID!, $search: String) {
      discountCodeRedeemCodeBulkDelete(discountId: $id, search: $search) { job { id done } userErrors { code } }
    }`;
    const { job } = await opened.payload<{ job: { id: string } }>(remove, {
      id: discount,
      search: "NEW-1",
    });
    expect(await opened.payload(JOB, { id: job.id })).toEqual({ done: false });
    opened.later();
    expect(await opened.payload(JOB, { id: job.id })).toEqual({ done: true });
    expect([...opened.shop.codeIndex.keys()]).toEqual(["summer26", "new-2"]);
  });

  test("deactivate what a search finds", async () => {
    await createBasic(opened, { title: "Winter", code: "WINTER" });
    const change = `mutation Change($search: String) {
      discountCodeBulkDeactivate(search: $search) { job { id } userErrors { code } }
    }`;
    await opened.payload(change, { search: "title:Winter" });
    opened.later();
    const query = `{ discountNodes(first: 9, query: "status:expired") { nodes { discount {
      ... on DiscountCodeBasic { title } } } } }`;
    expect(await opened.payload(query)).toEqual({ nodes: [{ discount: { title: "Winter" } }] });
  });

  test.each([
    ["nothing chosen", {}, "MISSING_ARGUMENT"],
    ["chosen twice", { ids: [], search: "x" }, "TOO_MANY_ARGUMENTS"],
    ["an empty search", { search: " " }, "BLANK"],
  ])("are refused with %s", async (_, variables, code) => {
    const remove = `mutation Delete($ids: [ID!], $search: String) {
      discountCodeBulkDelete(ids: $ids, search: $search) { job { id } userErrors { code } }
    }`;
    const refused = { job: null, userErrors: [{ code }] };
    expect(await opened.payload(remove, variables)).toEqual(refused);
  });
});
