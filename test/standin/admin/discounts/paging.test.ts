import { afterEach, beforeEach, expect, test } from "vitest";
import { createBasic } from "../fixtures/discounts.ts";
import { openStandin, type Opened } from "../fixtures/open.ts";

let opened: Opened;
let discount: string;
beforeEach(async () => {
  opened = await openStandin();
  discount = await createBasic(opened);
});
afterEach(() => opened.standin.stop());

type Page = {
  readonly codesCount: { readonly count: number };
  readonly asyncUsageCount: number;
  readonly codes: {
    readonly nodes: readonly { readonly id: string; readonly code: string }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

const READ = `query Read($id: ID!, $first: Int, $after: String, $reverse: Boolean, $query: String) {
  codeDiscountNode(id: $id) { codeDiscount { ... on DiscountCodeBasic { asyncUsageCount codesCount { count }
    codes(first: $first, after: $after, reverse: $reverse, query: $query) {
      nodes { id code } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }
}`;

const read = async (variables: object): Promise<Page> => {
  // The bucket fills again.
  opened.later(10_000);
  const node = await opened.payload<{ codeDiscount: Page }>(READ, {
    id: discount,
    first: 250,
    ...variables,
  });
  return node.codeDiscount;
};

/** Straight into the store: a million calls are not what is measured. */
const fill = (count: number): void => {
  const { world } = opened.standin;
  const [held] = opened.shop.discounts.values();
  if (held?.method !== "code") throw new Error("No discount");
  for (let index = 1; index <= count; index += 1) {
    const id = world.nextId("DiscountRedeemCode");
    held.redeemCodes.add({ id, code: `VIP-${index}`, createdAt: world.now(), usageCount: 1 });
  }
};

const all = async (reverse: boolean, onPage: () => void = () => undefined) => {
  const codes: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page = await read({ after, reverse });
    codes.push(...page.codes.nodes.map(({ code }) => code));
    onPage();
    if (!page.codes.pageInfo.hasNextPage) return codes;
    after = page.codes.pageInfo.endCursor;
  }
};

test("All codes are read page by page, forwards and backwards", async () => {
  fill(1_234);
  const codes = await all(false);
  expect(codes).toHaveLength(1_235);
  expect(new Set(codes).size).toBe(1_235);
  expect(await all(true)).toEqual(codes.toReversed());
  expect(await read({ first: 1 })).toMatchObject({
    codesCount: { count: 1_235 },
    asyncUsageCount: 1_234,
  });
});

test("A page says what is before and behind it", async () => {
  fill(3);
  const first = await read({ first: 2 });
  expect(first.codes.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const second = await read({ first: 2, after: first.codes.pageInfo.endCursor });
  expect(second.codes.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const beyond = await read({ first: 2, after: second.codes.pageInfo.endCursor });
  expect(beyond.codes).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
});

test("What is removed while somebody reads loses no other code", async () => {
  fill(1_000);
  const [held] = opened.shop.discounts.values();
  const codes = await all(false, () => {
    const gone = held?.method === "code" && held.redeemCodes.get("vip-100");
    if (gone && held.method === "code") held.redeemCodes.remove(gone);
  });
  expect(new Set(codes).size).toBe(1_001);
});

test("A page of a million codes costs no more than a page of a few", async () => {
  fill(250);
  const few = await milliseconds(() => read({}));
  fill(1_000_000 - 250);
  let after: string | null = null;
  const many = await milliseconds(async () => {
    const page = await read({ after });
    after = page.codes.pageInfo.endCursor;
    expect(page.codes.nodes).toHaveLength(250);
  });
  // A page used to sort them all, a second each: ten times the small page's is far below.
  expect(many).toBeLessThan(10 * few + 50);
});

/** The quickest of some: what else the machine does is not measured. */
async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  let quickest = Infinity;
  for (let run = 0; run < 8; run += 1) {
    const before = performance.now();
    await work();
    quickest = Math.min(quickest, performance.now() - before);
  }
  return quickest;
}
