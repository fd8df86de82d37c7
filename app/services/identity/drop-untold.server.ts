import type pg from "pg";

import { KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { decidedPeople } from "./decided-people.server.ts";
import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";
import { stripEvidence } from "./strip-evidence.server.ts";

/**
 * Has orders weighed anew that were found to be over a limit by nothing but staff's word that two accounts are one
 * person's, which has been taken back. The caller holds the index's lock.
 */
export async function dropUntold(client: pg.PoolClient, shopId: number): Promise<void> {
  const { rows } = await client.query<Flag>(BY_WORD, [shopId]);
  if (rows.length === 0) return;
  const { people } = await decidedPeople(client, shopId);
  const groups = new Map(people.together.flatMap((group) => group.map((each) => [each, group])));
  const known = await knownOrders(client, shopId, rows);
  const stands = ({ orderId, limit, uses, byWord }: Flag) => {
    const cluster = known.get(orderId)?.cluster;
    const mine = [...known.values()].filter((each) => each.cluster === cluster);
    const isMine = (id: string) => {
      const other = known.get(id);
      const group = groups.get(other?.account ?? 0) ?? [];
      return other?.cluster === cluster || mine.some(({ account }) => group.includes(account));
    };
    const left = uses.filter((id) => !byWord.includes(id) || isMine(id));
    return left.length >= Math.min(limit, uses.length);
  };
  const fallen = rows.filter((flag) => !stands(flag)).map(({ id }) => id);
  await stripEvidence(client, shopId, fallen);
}

/** `uses`: the orders of the uses it counts before its own; `byWord`: those that staff's word alone leads to. */
type Flag = { id: string; orderId: string; limit: number; uses: string[]; byWord: string[] };

/** A flag's own use is the last it shows. */
const BY_WORD = `
  SELECT f.id, f.order_id::text AS "orderId", (f.evidence ->> 'limit')::int AS limit,
    ARRAY(SELECT e ->> 'orderId' FROM jsonb_array_elements(f.evidence -> 'orders') WITH ORDINALITY AS u (e, place)
      WHERE place < jsonb_array_length(f.evidence -> 'orders')) AS uses,
    ARRAY(SELECT o ->> 'orderId' FROM jsonb_array_elements(f.signals) s, jsonb_array_elements(s -> 'evidence' -> 'orders') o
      WHERE s ->> 'name' = 'over_limit' AND o -> 'shares' @> '[{"what": "decided"}]') AS "byWord"
  FROM flag f
  WHERE f.shop_id = $1 AND f.state = 'open' AND f.kind = 'over_limit' AND f.evidence ->> 'limit' IS NOT NULL
    AND f.signals @> '[{"name": "over_limit", "evidence": {"orders": [{"shares": [{"what": "decided"}]}]}}]'`;

/** The cluster and the account of each order that these flags are about or point at. */
async function knownOrders(
  client: pg.PoolClient,
  shopId: number,
  flags: readonly Flag[],
): Promise<Map<string, { cluster: string; account: number }>> {
  const ids = new Set(flags.flatMap(({ orderId, uses }) => [orderId, ...uses]));
  const { rows } = await client.query<StoredOrder & { cluster: string }>(ORDERS, [
    ...[shopId, [...ids]],
  ]);
  const accountOf = (row: StoredOrder) => encodedOf(row).keys[KEY.email]!;
  return new Map(rows.map((row) => [row.id, { cluster: row.cluster, account: accountOf(row) }]));
}

const ORDERS = `
  SELECT ${STORED}, o.cluster_id::text AS cluster FROM identity_order o
  WHERE o.shop_id = $1 AND o.order_id = ANY ($2::bigint[]) AND o.sequence IS NOT NULL`;
