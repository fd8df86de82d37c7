import type pg from "pg";

import type { AftermathFacts } from "#app/domain/signal/signal.ts";
import type { ExactFlag } from "../flag/find-scored-flags.server.ts";

/**
 * What came of an order: what was paid back of it, when its bank called the payment back (in ms since 1970), and for which
 * of its codes (their keys) the leak alarm rings, or rang until staff ended it.
 */
export type Aftermath = Pick<AftermathFacts, "refunds" | "chargebackAt"> & { leaking: string[] };

export const NOTHING_CAME: Aftermath = { refunds: [], chargebackAt: null, leaking: [] };

/** Of one of an order's uses: what came of the order, and what the exact rule and the leak alarm say by now. */
export function cameOfUse(
  exact: ExactFlag | null,
  { refunds, chargebackAt, leaking }: Aftermath,
): Omit<AftermathFacts, "order" | "encoded"> {
  return {
    ...{ refunds, chargebackAt },
    overshoot: exact && { uses: exact.evidence.orders.length, limit: exact.evidence.limit },
    // What was not issued to somebody may not be used by them at all.
    inAudience: exact?.evidence.limit === 0 ? false : null,
    isLeaking: exact !== null && leaking.includes(exact.codeKey),
  };
}

/** What is known by now of what came of these orders, by the order's id; most have nothing. */
export async function aftermathOf(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, Aftermath>> {
  const { rows } = await client.query<Row>(ORDERS, [shopId, orderIds]);
  const leaks = await client.query<{ id: string; leaking: string[] }>(LEAKS, [shopId, orderIds]);
  const came = new Map(leaks.rows.map(({ id, leaking }) => [id, { ...NOTHING_CAME, leaking }]));
  return new Map([
    ...came,
    ...rows.map(({ id, refunds, disputes }): [string, Aftermath] => {
      const called = disputes.filter(
        ({ type, status }) => type === "chargeback" && status !== "won",
      );
      const at = called.map((dispute) => Date.parse(dispute.at)).sort((a, b) => a - b);
      const paidBack = refunds.map((each) => ({
        ...{ at: Date.parse(each.at), amountMinor: each.amountMinor },
      }));
      const { leaking } = came.get(id) ?? NOTHING_CAME;
      return [id, { refunds: paidBack, chargebackAt: at[0] ?? null, leaking }];
    }),
  ]);
}

type Row = {
  id: string;
  refunds: { at: string; amountMinor: number }[];
  disputes: { at: string; type: string; status: string }[];
};

const ORDERS = `
  SELECT id::text, refunds, disputes FROM shop_order
  WHERE shop_id = $1 AND id = ANY ($2::bigint[]) AND (refunds <> '[]' OR disputes <> '[]')`;

/** One that was ended counts for what was placed before. */
const LEAKS = `
  SELECT o.id::text, array_agg(DISTINCT l.code_key) AS leaking
  FROM leak_alarm a JOIN ledger_entry l ON l.shop_id = a.shop_id AND l.code_key = a.code_key
  JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  WHERE a.shop_id = $1 AND a.rang_at IS NOT NULL AND l.order_id = ANY ($2::bigint[]) AND o.placed_at >= a.since
    AND (a.ended_at IS NULL OR o.placed_at < a.ended_at)
  GROUP BY o.id`;
