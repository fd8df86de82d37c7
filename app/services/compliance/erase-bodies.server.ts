import type { Deps } from "#app/infra/deps.server.ts";
import { redactPayload } from "../intake/payload.schema.ts";
import { unpackBody } from "../intake/stored-body.server.ts";

/** Messages looked through in one statement. */
const PAGE = 500;

type Job = {
  shopId: number;
  /** The customers/redact message: it says who, and is erased last. */
  messageId: string;
  /** Their orders, which the rest of the erasure has parted from them. */
  orderIds: string[];
};

/**
 * Erases the stored bodies that name a customer: found by what stands in them as text, the customer's id, address and
 * number, and their orders' ids. Page by page, so that nobody waits; stopped anywhere, it is done again from the start.
 */
export async function eraseBodies(deps: Deps, { shopId, messageId, orderIds }: Job): Promise<void> {
  const { pool } = deps.database;
  const asked = await pool.query<{ body: Buffer }>(
    "SELECT body FROM inbox_message WHERE shop_id = $1 AND id = $2 AND body <> ''",
    [shopId, messageId],
  );
  const body = asked.rows[0]?.body;
  // Erased already, or purged with its shop: there is nothing left to find.
  if (!body) return;
  const { customer, orders_to_redact } = redactPayload.parse(
    JSON.parse(unpackBody(body).toString("utf8")),
  );
  const words = [
    customer.id,
    customer.email,
    customer.phone,
    ...orderIds,
    ...(orders_to_redact ?? []),
  ]
    .filter((word) => word)
    .map((word) => Buffer.from(String(word)));
  for (let after = "0"; ;) {
    const { rows } = await pool.query<{ id: string; body: Buffer }>(PAGE_OF, [shopId, after, PAGE]);
    const named = rows.filter(({ id, body }) => {
      const text = unpackBody(body);
      return id !== messageId && words.some((word) => text.includes(word));
    });
    await pool.query(ERASE, [shopId, named.map(({ id }) => id)]);
    if (rows.length < PAGE) break;
    after = rows.at(-1)?.id ?? after;
  }
  await pool.query(ERASE, [shopId, [messageId]]);
}

const PAGE_OF = `
  SELECT id::text, body FROM inbox_message
  WHERE shop_id = $1 AND id > $2 AND state <> 'new' AND body <> '' ORDER BY id LIMIT $3`;

const ERASE = "UPDATE inbox_message SET body = '' WHERE shop_id = $1 AND id = ANY ($2::bigint[])";
