import type pg from "pg";

import { systemActor } from "#app/domain/access/actor.ts";
import { withoutCustomer } from "#app/domain/discount/without-customers.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/**
 * Takes a customer out of what campaigns and discounts say of whom they are for, now and in what was planned, agreed or
 * found before. A campaign that was for them alone is for nobody then, and must not become one for everybody: it ends.
 */
export async function forgetChosen(
  deps: Deps,
  client: pg.PoolClient,
  { id: shopId }: Pick<Shop, "id">,
  customerId: string,
): Promise<void> {
  const now = deps.now();
  const { rows } = await client.query<Ended>(FORGET, [shopId, customerId, now]);
  for (const { id, name, ends } of rows) {
    if (!ends) continue;
    const subject = { kind: "campaign", id, name } as const;
    await recordAudit(client, systemActor(shopId, "erasure"), now, "campaign.ended", subject, {
      after: { why: "Its only customer was erased." },
    });
    await deps.jobs.send("sync-campaign", { shopId, campaignId: id }, { transaction: client });
  }
  for (const place of PLACES) await forgetIn(client, shopId, customerId, place);
}

type Ended = { id: string; name: string; ends: boolean };

const FORGET = `
  WITH named AS (
    SELECT id, wanted <> 'ended' AND cardinality(customer_ids) = 1 AS ends FROM campaign
    WHERE shop_id = $1 AND $2::bigint = ANY (customer_ids) FOR UPDATE
  )
  UPDATE campaign c SET customer_ids = array_remove(c.customer_ids, $2::bigint),
    wanted = CASE WHEN n.ends THEN 'ended' ELSE c.wanted END,
    revision = c.revision + CASE WHEN n.ends THEN 1 ELSE 0 END,
    sync_state = CASE WHEN n.ends THEN 'waiting' ELSE c.sync_state END,
    sync_error = CASE WHEN n.ends THEN NULL ELSE c.sync_error END,
    sync_asked_by = CASE WHEN n.ends THEN 'erasure' ELSE c.sync_asked_by END,
    updated_at = CASE WHEN n.ends THEN $3::timestamptz ELSE c.updated_at END
  FROM named n WHERE c.shop_id = $1 AND c.id = n.id
  RETURNING c.id, c.name, n.ends`;

/** Where whom a discount is for stands within JSON; each row has an id of its own beside its shop. */
const PLACES = [
  { table: "campaign", column: "agreed" },
  { table: "discount", column: "terms" },
  { table: "drift", column: "fields" },
  { table: "sync_run", column: "operations" },
] as const;

async function forgetIn(
  client: pg.PoolClient,
  shopId: number,
  customerId: string,
  { table, column }: (typeof PLACES)[number],
): Promise<void> {
  const { rows } = await client.query<{ id: string; value: unknown }>(
    `SELECT id::text, ${column} AS value FROM ${table} WHERE shop_id = $1
       AND jsonb_path_exists(${column}, '$.** ? (@.kind == "customers").ids[*] ? (@ == $id)', jsonb_build_object('id', $2::text))
     FOR UPDATE`,
    [shopId, customerId],
  );
  for (const { id, value } of rows) {
    const json = JSON.stringify(withoutCustomer(value, customerId));
    await client.query(
      `UPDATE ${table} SET ${column} = $3::jsonb WHERE shop_id = $1 AND id::text = $2`,
      [shopId, id, json],
    );
  }
}
