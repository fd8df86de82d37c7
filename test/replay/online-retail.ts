import { join } from "node:path";

import { readCsv } from "./read-csv.ts";
import type { Converted } from "./converted.ts";

type Invoice = { id: string; at: string; customer: string; pence: number };

/**
 * UCI's Online Retail: the invoices of a British gift shop over a year, one an order. A cancellation ("C…") does not say
 * of which invoice: it becomes a refund of the customer's last invoice before it over the same amount, or of the last over
 * more; the few without one are left out. Times are taken as they stand, in the shop's zone.
 */
export function onlineRetail(folder: string): Converted {
  const rows = readCsv(join(folder, "invoices.csv.gz")).map(
    ({ InvoiceNo = "", InvoiceDate = "", CustomerID = "", amount = "" }): Invoice => ({
      ...{ id: InvoiceNo, at: InvoiceDate, customer: CustomerID },
      pence: Math.round(Number(amount) * 100),
    }),
  );
  const sold = rows.filter(({ id, pence }) => !id.startsWith("C") && pence >= 0);
  const byCustomer = Map.groupBy(sold, ({ customer }) => customer);
  const refunds = rows
    .filter(({ id }) => id.startsWith("C"))
    .flatMap((cancellation) => {
      const of = refundedBy(cancellation, byCustomer.get(cancellation.customer) ?? []);
      const amount = money(-cancellation.pence);
      return of ? [{ order_id: Number(of.id), created_at: cancellation.at, amount }] : [];
    });
  return {
    promotions: { shop: { timezone: "Europe/London", currency: "GBP" }, campaigns: [] },
    orders: sold.map(({ id, at, customer, pence }) => ({
      ...{ id: Number(id), created_at: at, currency: "GBP", total_price: money(pence) },
      ...{ discount_codes: [], customer: { id: Number(customer) }, financial_status: "paid" },
    })),
    refunds,
    issued: [],
    expected: {
      invoices: sold.length,
      customers: byCustomer.size,
      revenue: money(sold.reduce((sum, { pence }) => sum + pence, 0)),
      cancellations: rows.length - sold.length,
      refunds: refunds.length,
    },
  };
}

const money = (pence: number) => (pence / 100).toFixed(2);

function refundedBy({ at, pence }: Invoice, invoices: readonly Invoice[]): Invoice | undefined {
  const before = invoices.filter((each) => each.at <= at).sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    before.find((each) => each.pence === -pence) ?? before.find((each) => each.pence >= -pence)
  );
}
