import type pg from "pg";

/** Notes that an account is no more, whatever is told of it afterwards: deleted in Shopify, or to be erased everywhere. */
export async function noteGone(
  client: pg.PoolClient,
  shopId: number,
  customerId: string,
  now: Date,
  how: "deleted" | "erased" = "deleted",
): Promise<void> {
  await client.query(NOTE, [shopId, customerId, now, how === "erased"]);
}

const NOTE = `
  INSERT INTO gone_account AS g (shop_id, customer_id, at, is_erased) VALUES ($1, $2::bigint, $3, $4)
  ON CONFLICT (shop_id, customer_id) DO UPDATE SET at = GREATEST(g.at, excluded.at),
    is_erased = g.is_erased OR excluded.is_erased`;

/** Those of the accounts of which nobody has said that they are no more. */
export async function stillThere<T extends { customerId: string }>(
  client: pg.PoolClient,
  shopId: number,
  accounts: readonly T[],
): Promise<T[]> {
  const { rows } = await client.query<{ id: string }>(GONE, [
    ...[shopId, accounts.map(({ customerId }) => customerId)],
  ]);
  const gone = new Set(rows.map(({ id }) => id));
  return accounts.filter(({ customerId }) => !gone.has(customerId));
}

const GONE = `
  SELECT customer_id::text AS id FROM gone_account WHERE shop_id = $1 AND customer_id = ANY ($2::bigint[])`;

/** Which of these accounts are of customers who were erased. Of one that was only deleted, the orders are still somebody's. */
export async function erasedAmong(
  client: pg.PoolClient,
  shopId: number,
  customerIds: Iterable<string>,
): Promise<Set<string>> {
  const asked = [...new Set(customerIds)];
  if (asked.length === 0) return new Set();
  const { rows } = await client.query<{ id: string }>(`${GONE} AND is_erased`, [shopId, asked]);
  return new Set(rows.map(({ id }) => id));
}

/** Forgets the numbers of accounts that were gone before: no message that names them can arrive or be tried again. */
export async function forgetGone(pool: pg.Pool, shopId: number, before: Date): Promise<void> {
  await pool.query("DELETE FROM gone_account WHERE shop_id = $1 AND at < $2", [shopId, before]);
}
