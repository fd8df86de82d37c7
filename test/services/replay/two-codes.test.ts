import { expect, test } from "vitest";

import { someOrders } from "../identity/fixtures.ts";
import { replay } from "./replay.ts";

const [SUMMER, WINTER] = ["SUMMER26_10OFF", "WINTER26_10OFF"];
const CONFIG = `
shop: {timezone: Europe/Berlin, currency: EUR}
conventions: ["{season}{yy}_{offer}"]
campaigns:
  - {key: ${SUMMER}, codes: [${SUMMER}], once: true}
  - {key: ${WINTER}, codes: [${WINTER}], once: true}
`;
const address = {
  ...{ first_name: "Paul", last_name: "Whitworth", address1: "12 Quarry Lane", city: "Leeds" },
  ...{ zip: "LS9 9ZZ", country_code: "GB" },
};
const paul = (day: number) => ({
  ...{ id: 9_000_000 + day, name: `#${day}`, email: `p${day}@example.com`, currency: "EUR" },
  ...{ created_at: `2026-06-0${day}T10:00:00Z`, total_price: "30.00", financial_status: "paid" },
  ...{ customer: { id: 7_000_000_000 + day }, browser_ip: "203.0.113.9" },
  ...{ shipping_address: address, billing_address: address },
  payment_details: { credit_card_bin: "437551", credit_card_number: "•••• 4821" },
  discount_codes: [SUMMER, WINTER].map((code) => ({ code, amount: "5.00", type: "percentage" })),
});

const { report, bad } = await replay({
  config: CONFIG,
  orders: [...someOrders(11, 60), paul(1), paul(3)],
});

test("a second account's order with a code of each of two campaigns is flagged for each", () => {
  expect(bad).toEqual([]);
  const flags = report.flags.filter(({ orderId }) => Number(orderId) >= 9_000_000);
  expect(flags.map(({ orderId, campaign, kind }) => [orderId, campaign, kind])).toEqual([
    [9_000_003, SUMMER, "over_limit"],
    [9_000_003, WINTER, "over_limit"],
  ]);
  for (const { signals } of flags)
    expect(signals[0]).toMatchObject({ signal: "limit", limit: 1, orders: [9_000_001, 9_000_003] });
});
