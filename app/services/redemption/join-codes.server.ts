import type pg from "pg";

import type { OrderFacts } from "#app/domain/redemption/order-facts.ts";
import { USUAL_FREES, type Frees, type JoinedCode } from "#app/domain/redemption/target.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";

type Assignment = Frees & {
  codeKey: string;
  codeId: string;
  campaignId: string;
  assignedFrom: Date;
  assignedUntil: Date | null;
};

/** Joins the codes of orders to the campaigns they were assigned to at the moment each order was placed. */
export async function joinCodes(
  client: pg.PoolClient,
  shopId: number,
  orders: readonly OrderFacts[],
): Promise<Map<string, JoinedCode[]>> {
  const keys = [...new Set(orders.flatMap((order) => order.codes.map(({ key }) => key)))];
  const assignments =
    keys.length > 0 ? await assignmentsOf(client, shopId, keys) : new Map<string, Assignment[]>();
  const freed = await freedUses(
    client,
    shopId,
    orders.map(({ id }) => id),
  );
  return new Map(
    orders.map((order) => [
      order.id,
      order.codes.map(({ key, discountMinor, presentmentMinor, isUnvalued }) => {
        const found = assignments
          .get(key)
          ?.find((assignment) => covers(assignment, order.placedAt));
        return {
          key,
          discountMinor,
          presentmentMinor,
          isUnvalued: isUnvalued ?? false,
          codeId: found?.codeId ?? null,
          campaignId: found?.campaignId ?? null,
          // A code that is no campaign's counts too, by the usual rules; it may find its campaign later.
          frees: found ?? USUAL_FREES,
          freedAt: freed.get(`${order.id} ${key}`) ?? null,
        };
      }),
    ]),
  );
}

/** When staff gave a use back, by order and code. */
async function freedUses(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ use: string; at: string }>(FREED, [shopId, orderIds]);
  return new Map(rows.map(({ use, at }) => [use, at]));
}

const FREED = `
  SELECT order_id || ' ' || code_key AS use, ${instantSql("freed_at")} AS at
  FROM freed_use WHERE shop_id = $1 AND order_id = ANY ($2::bigint[])`;

function covers({ assignedFrom, assignedUntil }: Assignment, placedAt: string): boolean {
  const moment = new Date(placedAt);
  return assignedFrom <= moment && (assignedUntil === null || moment < assignedUntil);
}

async function assignmentsOf(
  client: pg.PoolClient,
  shopId: number,
  keys: readonly string[],
): Promise<Map<string, Assignment[]>> {
  const { rows } = await client.query<Assignment>(ASSIGNMENTS, [shopId, keys]);
  return Map.groupBy(rows, ({ codeKey }) => codeKey);
}

const ASSIGNMENTS = `
  SELECT k.code_key AS "codeKey", k.id::text AS "codeId", k.campaign_id AS "campaignId",
         k.assigned_from AS "assignedFrom", k.assigned_until AS "assignedUntil",
         c.frees_on_cancel AS cancel, c.frees_on_full_refund AS "fullRefund",
         c.frees_on_partial_refund AS "partialRefund", c.frees_on_chargeback AS chargeback, c.frees_on_expiry AS expiry
  FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  WHERE k.shop_id = $1 AND k.code_key = ANY ($2)`;
