import fc from "fast-check";
import { expect, test } from "vitest";

import {
  loadOrders,
  NEWEST_MOST,
  postOrder,
  valueOf,
} from "#app/domain/identity/index/value-row.ts";
import { encoded } from "./fixtures.ts";

const known = (id: string) => ({ order: encoded({ id }), cluster: id });
const idsOf = (orders: readonly { order: { id: string } }[] | null) =>
  orders?.map(({ order }) => order.id);

test("a value keeps its newest orders alike, whether they were loaded before others came or after, and some erased or none", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: NEWEST_MOST }),
      fc.func(fc.constantFrom(false, false, false, true)),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      (stored, isErased, before, after) => {
        const newest = stored.map(String);
        const value = valueOf({ clusters: 1, heat: 1, heatAt: 0, newest }, true);
        const come = (count: number, from: number) => {
          for (let n = 0; n < count; n++) postOrder(value, known(String(from + n)));
        };
        const isThere = (id: string) => Number(id) > 500 || !isErased(id);
        come(before, 1_000);
        if (value.orders === null)
          loadOrders(value, (value.newest ?? []).filter(isThere).map(known));
        come(after, 2_000);

        const all = [
          ...Array.from({ length: after }, (_, n) => String(2_000 + n)).reverse(),
          ...Array.from({ length: before }, (_, n) => String(1_000 + n)).reverse(),
          ...newest,
        ];
        expect(idsOf(value.orders)).toEqual(all.slice(0, NEWEST_MOST).filter(isThere));
      },
    ),
  );
});
