import { expect, test } from "vitest";

import { someOrders } from "../identity/fixtures.ts";
import { replay } from "./replay.ts";

/*
 * Orders are scored while later ones are taken in, as far as that goes: nothing may come of how far it got by then.
 */
const CONFIG = `
shop: {timezone: Europe/Berlin, currency: EUR}
campaigns:
  - {key: SUMMER26_10OFF, codes: [SUMMER26_10OFF], once: true}
`;
const ISSUED = CONFIG.replace("once: true", "once: true, audience: issued");
const DAY = 86_400_000;
const world = someOrders(31, 160);
const later = (at: string, days: number) => new Date(Date.parse(at) + days * DAY).toISOString();
const last = world.at(-1)!.created_at;

/** Guests and accounts that turn out to be one person, when all of their orders may have been scored. */
const joined = world
  .filter(({ email }) => typeof email === "string")
  .slice(0, 30)
  .map(({ email, id }, n) => ({
    ...{ id: 9_000_000 + n, email, customer: { id: 5_000 + (n >> 1) } },
    ...{ created_at: later(last, 1 + n), currency: "EUR", total_price: "30.00" },
    discount_codes: id % 2 === 0 ? [{ code: "SUMMER26_10OFF", amount: "5.00" }] : [],
  }));
/** Told again: at the same time, and once as if it had been placed at another. */
const again = world.slice(20, 60).map((order, n) => ({
  ...order,
  ...{ email: `other-${n}@example.com`, updated_at: later(order.created_at, n % 3 === 0 ? -1 : 1) },
}));
/** Told later as placed later, and as an earlier version: by that one they are compared, and it says hardly who they are of. */
const moved = world.slice(60, 120).map(({ id, created_at, currency, discount_codes }) => ({
  ...{ id, currency, discount_codes, total_price: "30.00", email: `moved-${id}@example.com` },
  ...{ created_at: later(created_at, 20), updated_at: later(created_at, -2) },
}));
const refunds = world
  .filter((_, n) => n % 5 === 0)
  .map(({ id, created_at }) => ({
    ...{ order_id: id, created_at: later(created_at, 1 + (id % 9)), amount: "1.00" },
  }));

const streams = {
  "people who turn out to be one, and refunds": [...world, ...joined],
  "orders told again": [...world, ...joined, ...again],
  "orders that moved": [...world, ...joined, ...again, ...moved],
};
const played = await Promise.all(
  Object.entries(streams).map(async ([name, orders]) => {
    const one = await replay({ config: CONFIG, orders, refunds });
    const others = [];
    for (const atOnce of [11, 40])
      others.push(await replay({ config: CONFIG, orders, refunds, atOnce }));
    return { name, one, others };
  }),
);

test.each(played)(
  "$name: the same report, however many are taken in at once",
  ({ one, others }) => {
    expect(one.report.flags.length).toBeGreaterThan(3);
    for (const { report, bad, notes } of others) {
      expect(report).toEqual(one.report);
      expect({ bad, notes }).toEqual({ bad: one.bad, notes: one.notes });
    }
  },
);

/** Of fourteen guests thirteen turn out to be accounts the code was issued to. */
const NAMES = "adele bruno cem dora egon fritz gina hugo ines jonas klara lea moritz nils".split(
  " ",
);
const guests = NAMES.map((name, n) => ({
  ...{ id: 100 + n, created_at: later(last, n), currency: "EUR", total_price: "30.00" },
  email: `${name}@${name}s-post.example`,
  discount_codes: [{ code: "SUMMER26_10OFF", amount: "5.00" }],
}));
const accounts = guests.slice(0, 13).map((order, n) => ({
  ...{ ...order, id: 200 + n, created_at: later(last, 30 + n), discount_codes: [] },
  customer: { id: 5_000 + n },
}));
const issued = await Promise.all(
  [undefined, 3].map((atOnce) =>
    replay({
      ...{ config: ISSUED, orders: [...guests, ...accounts], ...(atOnce ? { atOnce } : {}) },
      issued: [
        "campaign,customer_id",
        ...accounts.map(({ customer }) => `SUMMER26_10OFF,${customer.id}`),
      ].join("\n"),
    }),
  ),
);

test("the same, too, where a code is for those alone it was issued to, and who they are turns out later", () => {
  const [one, other] = issued;
  expect(other!.report).toEqual(one!.report);
  expect(one!.report.flags.map(({ orderId }) => orderId)).toEqual([113]);
});
