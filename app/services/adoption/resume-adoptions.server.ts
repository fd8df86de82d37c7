import type { Deps } from "#app/infra/deps.server.ts";
import { ACCESS_LOST } from "../sync/sync-failure.server.ts";

/**
 * Queues again what should be under way: readings, and discounts that wait to be adopted. A reading that ended because
 * there was no access to the shop goes on once there is a token again, unless another was started.
 */
export async function resumeAdoptions(deps: Deps): Promise<void> {
  const { pool } = deps.database;
  type Found = { shopId: number; adoptionId: string };
  await pool.query(GO_ON, [ACCESS_LOST]);
  const { rows: readings } = await pool.query<Found>(READINGS);
  for (const job of readings) await deps.jobs.send("read-store", job);
  const { rows: chosen } = await pool.query<Found>(CHOSEN);
  for (const job of chosen) await deps.jobs.send("adopt-discounts", job);
}

const GO_ON = `
  UPDATE adoption a SET state = 'reading', error = NULL, finished_at = NULL
  FROM shop s JOIN session x ON x.shop = s.domain AND x.id = 'offline_' || s.domain
  WHERE a.shop_id = s.id AND s.installed_at IS NOT NULL AND s.uninstalled_at IS NULL
    AND a.state = 'failed' AND a.error = $1
    AND NOT EXISTS (SELECT 1 FROM adoption b WHERE b.shop_id = a.shop_id AND b.created_at > a.created_at)`;

/** Also cancelled ones that Shopify was not told of. */
const READINGS = `
  SELECT shop_id AS "shopId", id AS "adoptionId" FROM adoption
  WHERE state = 'reading' OR (state = 'cancelled' AND bulk_operation_id IS NOT NULL)`;

const CHOSEN = `
  SELECT DISTINCT ON (a.shop_id) a.shop_id AS "shopId", a.id AS "adoptionId" FROM adoption a
  WHERE a.state = 'read' AND EXISTS (SELECT 1 FROM discount_mapping m
    WHERE m.shop_id = a.shop_id AND m.chosen_at IS NOT NULL AND m.refused IS NULL)
  ORDER BY a.shop_id, a.created_at DESC`;
