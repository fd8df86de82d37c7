import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { forgetChosen } from "./forget-chosen.server.ts";

/**
 * Answers customers/redact: what could tell who the customer is goes; what was counted stays, under a person nobody can
 * name any more. A job erases the stored bodies that name them.
 */
export async function redactCustomer(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  who: { customerId: string; email: string | null; phone: string | null; messageId: string },
): Promise<void> {
  const hashes = identityHashes(shop, who).map(({ hash }) => hash);
  await client.query(FORGET_IDENTITIES, [shop.id, who.customerId, hashes]);
  await client.query(FORGET_HOLDERS, [shop.id, hashes]);
  await forgetChosen(deps, client, shop, who.customerId);
  for (const table of ["disqualification", "allowance"])
    await client.query(
      `UPDATE ${table} SET customer_id = NULL WHERE shop_id = $1 AND customer_id = $2`,
      [shop.id, who.customerId],
    );
  await client.query("DELETE FROM standing WHERE shop_id = $1 AND customer_id = $2", [
    shop.id,
    who.customerId,
  ]);
  await client.query("DELETE FROM data_export WHERE shop_id = $1 AND customer_id = $2", [
    shop.id,
    who.customerId,
  ]);
  const { rows: orders } = await client.query<{ id: string }>(UNLINK_ORDERS, [
    shop.id,
    who.customerId,
  ]);
  const shopId = shop.id;
  const erasing = { shopId, messageId: who.messageId, orderIds: orders.map(({ id }) => id) };
  await deps.jobs.send("erase-bodies", erasing, { transaction: client });
  await deps.jobs.send("publish-guard", { shopId }, { transaction: client });
}

const FORGET_IDENTITIES = `
  DELETE FROM person_identity
  WHERE shop_id = $1 AND (
    hash = ANY (SELECT decode(hex, 'hex') FROM unnest($3::text[]) AS hex)
    OR person_id IN (
      SELECT member.id FROM shop_order o
      JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
      JOIN person member ON member.shop_id = p.shop_id
        AND COALESCE(member.root_id, member.id) = COALESCE(p.root_id, p.id)
      WHERE o.shop_id = $1 AND o.customer_id = $2::bigint))`;

/** Codes somebody brought for them, and has not used yet, are for nobody then. */
const FORGET_HOLDERS = `
  UPDATE code_import_row SET holder_kind = NULL, holder_hash = NULL, holder_guest_hash = NULL
  WHERE shop_id = $1 AND holder_hash = ANY (SELECT decode(hex, 'hex') FROM unnest($2::text[]) AS hex)`;

const UNLINK_ORDERS =
  "UPDATE shop_order SET customer_id = NULL WHERE shop_id = $1 AND customer_id = $2 RETURNING id::text";
