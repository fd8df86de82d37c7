import type pg from "pg";

import type { AftermathFacts } from "#app/domain/signal/signal.ts";

/** What came of an order: what was paid back of it, and when its bank called the payment back. Instants are ms since 1970. */
export type Aftermath = Pick<AftermathFacts, "refunds" | "chargebackAt">;

/** What is known by now of what came of these orders, by the order's id; most have nothing. */
export async function aftermathOf(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, Aftermath>> {
  const { rows } = await client.query<Row>(ORDERS, [shopId, orderIds]);
  return new Map(
    rows.map(({ id, refunds, disputes }) => {
      const called = disputes.filter(
        ({ type, status }) => type === "chargeback" && status !== "won",
      );
      const at = called.map((dispute) => Date.parse(dispute.at)).sort((a, b) => a - b);
      const paidBack = refunds.map((each) => ({
        ...{ at: Date.parse(each.at), amountMinor: each.amountMinor },
      }));
      return [id, { refunds: paidBack, chargebackAt: at[0] ?? null }];
    }),
  );
}

type Row = {
  id: string;
  refunds: { at: string; amountMinor: number }[];
  disputes: { at: string; type: string; status: string }[];
};

const ORDERS = `
  SELECT id::text, refunds, disputes FROM shop_order
  WHERE shop_id = $1 AND id = ANY ($2::bigint[]) AND (refunds <> '[]' OR disputes <> '[]')`;
