import type pg from "pg";

import { packGathered, unpackGathered } from "./gathered.server.ts";

/** Takes webhooks in which one of these words stands out of what other customers are told, of an address in common, say. */
export async function eraseGathered(
  pool: pg.Pool,
  shopId: number,
  words: readonly string[],
): Promise<void> {
  const sought = words.filter((word) => word !== "").map((word) => word.toLowerCase());
  const { rows: ids } = await pool.query<{ id: string }>(IDS, [shopId]);
  for (const { id } of ids) {
    const { rows } = await pool.query<{ messages: Buffer }>(MESSAGES, [shopId, id]);
    const gathered = rows[0] ? unpackGathered(rows[0].messages) : [];
    const left = gathered.filter(({ body }) => {
      const text = JSON.stringify(body).toLowerCase();
      return !sought.some((word) => text.includes(word));
    });
    if (left.length < gathered.length) await pool.query(REPLACE, [shopId, id, packGathered(left)]);
  }
}

const IDS = "SELECT id FROM data_export WHERE shop_id = $1 AND messages IS NOT NULL";

const MESSAGES = "SELECT messages FROM data_export WHERE shop_id = $1 AND id = $2";

const REPLACE = "UPDATE data_export SET messages = $3 WHERE shop_id = $1 AND id = $2";
