const address = {
  ...{ first_name: "Paul", last_name: "Whitworth", address1: "12 Quarry Lane", city: "Leeds" },
  ...{ zip: "LS9 9ZZ", country_code: "GB" },
};

/** An order of somebody who orders by several accounts: number 9,000,000 + the day of June 2026. */
export const paul = (day: number, account: string, ...codes: string[]) => ({
  ...{ id: 9_000_000 + day, name: `#${day}`, email: `${account}@example.com`, currency: "EUR" },
  ...{ total_price: "30.00", financial_status: "paid", browser_ip: "203.0.113.9" },
  ...{ created_at: `2026-06-0${day}T10:00:00Z`, updated_at: `2026-06-0${day}T10:00:00Z` },
  ...{ shipping_address: address, billing_address: address },
  payment_details: { credit_card_bin: "437551", credit_card_number: "•••• 4821" },
  discount_codes: codes.map((code) => ({ code, amount: "5.00" })),
});
