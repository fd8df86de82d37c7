import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BASIC, createBasic } from "./fixtures/discounts.ts";
import { openStandin, type Opened } from "./fixtures/open.ts";

let opened: Opened;
beforeAll(async () => {
  opened = await openStandin();
  const [segment] = opened.shop.segments;
  await createBasic(opened, { title: "Alpha", code: "ALPHA", tags: ["bonafide"] });
  await createBasic(opened, {
    title: "Beta sale",
    code: "BETA",
    startsAt: "2026-12-01T00:00:00Z",
    context: { customerSegments: { add: [`gid://shopify/Segment/${segment?.id}`] } },
    customerGets: { ...BASIC.customerGets, value: { discountAmount: { amount: "5" } } },
  });
  await createBasic(opened, { title: "Gamma", code: "GAMMA", endsAt: "2026-07-01T00:00:00Z" });
});
afterAll(() => opened.standin.stop());

type Page = {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

describe("Pages", () => {
  const PAGE = `query Page($first: Int, $after: String, $reverse: Boolean) {
    customers(first: $first, after: $after, reverse: $reverse, sortKey: NAME) {
      nodes { id } pageInfo { hasNextPage endCursor } }
  }`;

  test.each([false, true])("give everything once, reversed: %s", async (reverse) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Page = await opened.payload<Page>(PAGE, { first: 7, after, reverse });
      seen.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(opened.shop.customers.length);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("go on after what has been deleted meanwhile", async () => {
    const query =
      "query Page($after: String) { discountNodes(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }";
    const extra = await createBasic(opened, { title: "Gone", code: "GONE" });
    const last = await opened.payload<Page>(
      "{ discountNodes(last: 1) { nodes { id } pageInfo { endCursor } } }",
    );
    await opened.payload(
      `mutation Delete($id: ID!) { discountCodeDelete(id: $id) { userErrors { code } } }`,
      { id: extra },
    );
    const next = await createBasic(opened, { title: "Next", code: "NEXT" });
    const page = await opened.payload<Page>(query, { after: last.pageInfo.endCursor });
    expect(page.nodes.map(({ id }) => id.split("/").at(-1))).toEqual([next.split("/").at(-1)]);
    await opened.payload(
      `mutation Delete($id: ID!) { discountCodeDelete(id: $id) { userErrors { code } } }`,
      { id: next },
    );
  });

  test.each([
    ["neither first nor last", "{ customers { nodes { id } } }"],
    ["both", "{ customers(first: 1, last: 1) { nodes { id } } }"],
    ["more than 250", "{ customers(first: 251) { nodes { id } } }"],
    ["a made-up cursor", `{ customers(first: 1, after: "made-up") { nodes { id } } }`],
  ])("are refused with %s", async (_, query) => {
    expect(await opened.errorCodes(query)).toEqual(["BAD_REQUEST"]);
  });

  test("of segment members hold up to 1,000, at what that costs", async () => {
    const id = `gid://shopify/Segment/${opened.shop.segments[0]?.id}`;
    const query =
      "query Members($id: ID!, $first: Int!) { customerSegmentMembers(segmentId: $id, first: $first) { totalCount edges { node { id } } } }";
    expect(await opened.errorCodes(query, { id, first: 998 })).toEqual([]);
    expect(await opened.errorCodes(query, { id, first: 999 })).toEqual(["MAX_COST_EXCEEDED"]);
  });
});

describe("Searching discounts", () => {
  const found = async (query: string) => {
    const page = await opened.payload<{ nodes: { discount: { title: string } }[] }>(
      "query Find($query: String!) { discountNodes(first: 9, query: $query) { nodes { discount { ... on DiscountCodeBasic { title } } } } }",
      { query },
    );
    return page.nodes.map(({ discount }) => discount.title);
  };

  test.each([
    ["status:active", ["Alpha"]],
    ["status:active,scheduled", ["Alpha", "Beta sale"]],
    ["NOT status:expired", ["Alpha", "Beta sale"]],
    ["-status:expired title:beta", ["Beta sale"]],
    ["title:'beta sale'", ["Beta sale"]],
    ["title:alpha OR title:gamma", ["Alpha", "Gamma"]],
    ["(title:alpha OR title:gamma) AND status:expired", ["Gamma"]],
    ["code:alpha", ["Alpha"]],
    ["tag:bonafide", ["Alpha"]],
    ["type:fixed_amount", ["Beta sale"]],
    ["discount_class:order", ["Alpha", "Beta sale", "Gamma"]],
    ["context:segment", ["Beta sale"]],
    ["method:automatic", []],
    ["starts_at:>'2026-11-30T00:00:00Z'", ["Beta sale"]],
    ["ends_at:<now", ["Gamma"]],
    ["times_used:>0", []],
    ["gam", ["Gamma"]],
  ])("%s", async (query, titles) => {
    expect(await found(query)).toEqual(titles);
  });

  test.each(["(status:active", "status:active)", "OR"])("refuses %s", async (query) => {
    const document =
      "query Find($query: String!) { discountNodes(first: 9, query: $query) { nodes { id } } }";
    expect(await opened.errorCodes(document, { query })).toEqual(["BAD_REQUEST"]);
  });
});

describe("Segments", () => {
  test("hold whom their query finds, now", async () => {
    const create = `mutation Create($query: String!) { segmentCreate(name: "S", query: $query) { segment { id } userErrors { field message } } }`;
    const made = await opened.payload<{ segment: { id: string } }>(create, {
      query: "customer_tags CONTAINS 'vip' AND customer_tags NOT CONTAINS 'staff'",
    });
    const [vip, other] = [true, false].map((isVip) =>
      opened.shop.customers.find(({ tags }) => tags.includes("vip") === isVip),
    );
    const membership = (id: number | undefined) =>
      opened.payload<{ memberships: { isMember: boolean }[] }>(
        "query In($customer: ID!, $segments: [ID!]!) { customerSegmentMembership(customerId: $customer, segmentIds: $segments) { memberships { isMember } } }",
        { customer: `gid://shopify/Customer/${id}`, segments: [made.segment.id] },
      );
    const isIn = async (id: number | undefined) => (await membership(id)).memberships[0]?.isMember;
    expect([await isIn(vip?.id), await isIn(other?.id)]).toEqual([true, false]);

    const tag = `mutation Tag($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } userErrors { message } } }`;
    await opened.payload(tag, { id: `gid://shopify/Customer/${vip?.id}`, tags: ["staff"] });
    await opened.payload(tag, { id: `gid://shopify/Customer/${other?.id}`, tags: ["VIP"] });
    expect([await isIn(vip?.id), await isIn(other?.id)]).toEqual([false, true]);
  });

  test("joining and leaving them is announced", async () => {
    opened.events.length = 0;
    const customer = opened.shop.customers.find(({ tags }) => tags.length === 0);
    const id = `gid://shopify/Customer/${customer?.id}`;
    const retag = (name: string) =>
      opened.payload(
        `mutation Tag($id: ID!) { ${name}(id: $id, tags: ["vip"]) { userErrors { message } } }`,
        { id },
      );
    await retag("tagsAdd");
    await retag("tagsRemove");
    const ours = opened.events.filter(
      ({ topic, payload }) =>
        topic.endsWith("_segment") &&
        (payload as { segment_id: string }).segment_id.endsWith(`/${opened.shop.segments[0]?.id}`),
    );
    expect(ours.map(({ topic }) => topic)).toEqual([
      "customer.joined_segment",
      "customer.left_segment",
    ]);
  });

  test("with a query that is none are refused", async () => {
    const create = `mutation { segmentCreate(name: "S", query: "customer_tags CONTAINS") { segment { id } userErrors { field } } }`;
    expect(await opened.payload(create)).toEqual({
      segment: null,
      userErrors: [{ field: ["query"] }],
    });
  });
});
