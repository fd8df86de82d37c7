import type { ReplayReport } from "#app/domain/replay/report.ts";

/** An order of a generated stream, in cents. `id` is new with each; versions of one order come later in the list. */
export type Sale = {
  id: number;
  at: number;
  cents: number;
  customer: string | null;
  code: "ONCE" | "FREE" | null;
  discount: number;
  test: boolean;
  cancelled: boolean;
  refunded: number;
};

const DAY = 86_400_000;
export const REFUNDED_AFTER = 2 * DAY;
const money = (cents: number) => (cents / 100).toFixed(2);

/** The report as one would count it by hand from the whole stream in memory: all but the flags' details. */
export function naiveReport(sales: readonly Sale[], issued: readonly string[]) {
  const counted = sales.filter(({ test, cancelled }) => !test && !cancelled);
  const last = Math.max(...sales.map(({ at }) => at));
  const ordersOf = (customer: string) =>
    counted.filter((sale) => sale.customer === customer).sort((a, b) => a.at - b.at || a.id - b.id);
  const repeat = (from: readonly Sale[]) =>
    Object.fromEntries(
      [30, 60, 90].map((days) => {
        const customers = [...new Set(from.map(({ customer }) => customer))].filter(
          (c) => c !== null,
        );
        let [eligible, repeated] = [0, 0];
        for (const customer of customers) {
          const theirs = ordersOf(customer);
          const first = theirs.find((sale) => from.includes(sale));
          if (!first || last - first.at < days * DAY) continue;
          eligible += 1;
          const next = theirs[theirs.indexOf(first) + 1];
          if (next && next.at - first.at <= days * DAY) repeated += 1;
        }
        return [String(days), { eligible, repeated, rate: eligible ? repeated / eligible : null }];
      }),
    ) as ReplayReport["shop"]["repeat"];
  const salesOf = (orders: readonly Sale[]) => {
    const cents = orders.reduce((sum, each) => sum + each.cents, 0);
    const aov = orders.length === 0 ? null : money(Math.round(cents / orders.length));
    return { revenue: money(cents), aov };
  };
  const campaign = (key: "ONCE" | "FREE") => {
    const used = sales.filter(({ code, discount, test }) => code === key && discount > 0 && !test);
    const paying = used.filter((sale) => counted.includes(sale));
    const redeemers = new Set(used.map(({ customer }) => customer).filter((c) => c !== null));
    const freed = used.filter((sale) => isFreed(sale, key));
    const to = key === "ONCE" ? issued : [];
    const hits = to.filter((each) => redeemers.has(each)).length;
    return {
      ...{ key, issued: to.length, redeemers: redeemers.size, redemptions: used.length },
      ...{ reversed: freed.length, redemptionRate: to.length ? hits / to.length : null },
      ...{ ...salesOf(paying), repeat: repeat(paying) },
      discount: money(paying.reduce((sum, each) => sum + each.discount, 0)),
    };
  };
  return {
    orders: counted.length,
    campaigns: [campaign("ONCE"), campaign("FREE")],
    shop: {
      ...{
        orders: counted.length,
        customers: new Set(counted.flatMap((s) => s.customer ?? [])).size,
      },
      ...{ ...salesOf(counted), repeat: repeat(counted) },
    },
    flagged: flaggedOf(sales),
  };
}

/** ONCE is freed by a full refund only, FREE by a cancellation only. */
function isFreed({ cancelled, refunded, cents }: Sale, key: "ONCE" | "FREE"): boolean {
  return key === "ONCE" ? cents > 0 && refunded >= cents : cancelled;
}

/** Every use of ONCE by a customer of whom another one counted when it was placed. */
function flaggedOf(sales: readonly Sale[]): number[] {
  const uses = [...sales]
    .sort((a, b) => a.at - b.at || a.id - b.id)
    .filter((sale) => sale.code === "ONCE" && sale.discount > 0 && !sale.test);
  return uses
    .filter(({ customer, at }, place) =>
      uses
        .slice(0, place)
        .filter((earlier) => customer !== null && earlier.customer === customer)
        .some((earlier) => !isFreed(earlier, "ONCE") || earlier.at + REFUNDED_AFTER >= at),
    )
    .map(({ id }) => id);
}
