import { expect, test } from "vitest";

import { readPermission, toldSince, topicsAllowedBy } from "#app/domain/insight/permission.ts";

const [EARLY, LATE] = ["2026-06-01T00:00:00.000Z", "2026-06-09T00:00:00.000Z"];

test.each([
  [[], []],
  [["read_orders"], []],
  [["read_customer_merge"], ["customers/merge"]],
  [["read_shopify_payments_disputes"], ["disputes/create", "disputes/update"]],
])("the scopes %j allow %j", (scopes, topics) => {
  expect(topicsAllowedBy(scopes)).toEqual(topics);
});

test("chargebacks are told since the later of their topics, and not while one is missing", () => {
  const told = [{ topic: "disputes/create", since: EARLY }];
  expect(toldSince("disputes", told)).toBeNull();
  expect(toldSince("disputes", [...told, { topic: "disputes/update", since: LATE }])).toBe(LATE);
  expect(toldSince("merges", told)).toBeNull();
  expect(toldSince("merges", [{ topic: "customers/merge", since: EARLY }])).toBe(EARLY);
});

test("what names no permission is none", () => {
  expect(["disputes", "merges", "", "toString"].map(readPermission)).toEqual([
    ...["disputes", "merges", null, null],
  ]);
});
