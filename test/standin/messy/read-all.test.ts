import { afterEach, beforeEach, expect, test } from "vitest";
import { finished, linesOf, run } from "../admin/bulk-operations/fixtures.ts";
import { openStandin, type Opened } from "../admin/fixtures/open.ts";

let opened: Opened;
beforeEach(async () => {
  opened = await openStandin({
    scopes: ["read_discounts", "read_products", "read_customers", "read_markets"],
  });
  const body = JSON.stringify({ discounts: 120, codes: 3_000 });
  await fetch(`${opened.standin.url}/control/bonafide-demo/messy-store`, { method: "POST", body });
});
afterEach(() => opened.standin.stop());

const SHARED = `title status startsAt endsAt createdAt updatedAt tags asyncUsageCount discountClasses
  combinesWith { orderDiscounts productDiscounts shippingDiscounts }
  context { __typename ... on DiscountMarkets { marketsCount } }`;
const CODE = `${SHARED} usageLimit appliesOncePerCustomer codesCount { count }`;
const MINIMUM = `minimumRequirement { __typename ... on DiscountMinimumSubtotal {
  greaterThanOrEqualToSubtotal { amount currencyCode } } }`;
const GETS = `customerGets { appliesOnOneTimePurchase appliesOnSubscription items { __typename }
  value { __typename ... on DiscountPercentage { percentage } ... on DiscountAmount { amount { amount } } } }`;
const SHIPPING = `${MINIMUM} summary appliesOnOneTimePurchase appliesOnSubscription
  maximumShippingPrice { amount } destinationSelection { __typename }`;
const BUYS = `customerBuys { isOneTimePurchase isSubscription items { __typename } value { __typename } }`;
const APP = `discountId appDiscountType { title functionId appKey app { id } }`;

/** Never null there: under its own name it could not stand beside that of the discounts with codes. */
const CYCLES = "cycles: recurringCycleLimit";

/** Everything a reader of a whole store may want of each kind, without the codes: those are connections. */
const QUERY = `{ discountNodes { edges { node { id discount { __typename
  ... on DiscountCodeBasic { ${CODE} ${MINIMUM} ${GETS} recurringCycleLimit summary codes { edges { node { id code } } } }
  ... on DiscountCodeFreeShipping { ${CODE} ${SHIPPING} recurringCycleLimit codes { edges { node { id code } } } }
  ... on DiscountCodeBxgy { ${CODE} ${BUYS} usesPerOrderLimit summary codes { edges { node { id code } } } }
  ... on DiscountCodeApp { ${CODE} ${APP} recurringCycleLimit codes { edges { node { id code } } } }
  ... on DiscountAutomaticBasic { ${SHARED} ${MINIMUM} ${GETS} ${CYCLES} summary }
  ... on DiscountAutomaticFreeShipping { ${SHARED} ${SHIPPING} ${CYCLES} }
  ... on DiscountAutomaticBxgy { ${SHARED} ${BUYS} usesPerOrderLimit summary }
  ... on DiscountAutomaticApp { ${SHARED} ${APP} ${CYCLES} } } } } } }`;

test("A messy store is read in bulk with all its kinds, and every code is under its discount", async () => {
  const lines = await linesOf((await finished(opened, await run(opened, QUERY))).url);
  const discounts = lines.filter(({ __parentId }) => __parentId === undefined);
  const codes = lines.filter(({ __parentId }) => __parentId !== undefined);
  expect([discounts.length, codes.length]).toEqual([120, 3_000]);
  const kinds = new Set(
    discounts.map(({ discount }) => (discount as { __typename: string }).__typename),
  );
  expect([...kinds].toSorted()).toEqual([
    ...["DiscountAutomaticBasic", "DiscountAutomaticFreeShipping", "DiscountCodeApp"],
    ...["DiscountCodeBasic", "DiscountCodeBxgy", "DiscountCodeFreeShipping"],
  ]);
  const counted = new Map<unknown, number>();
  for (const { __parentId: id } of codes) counted.set(id, (counted.get(id) ?? 0) + 1);
  for (const { id, discount } of discounts) {
    const { codesCount } = discount as { codesCount?: { count: number } };
    expect(counted.get(id)).toBe(codesCount?.count);
  }
});

test("Page by page it is the same store", async () => {
  const read = `query Read($after: String) { discountNodes(first: 20, after: $after) {
    nodes { id discount { __typename ... on DiscountCodeBasic { ${CODE} } ... on DiscountAutomaticBasic { ${SHARED} } } }
    pageInfo { hasNextPage endCursor } } }`;
  type Page = { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  let count = 0;
  for (let after: string | null = null; ;) {
    opened.later(10_000);
    const page: Page = await opened.payload<Page>(read, { after });
    count += page.nodes.length;
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(count).toBe(120);
});
