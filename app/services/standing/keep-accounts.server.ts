import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { PersonAccount } from "../person/recognise-people.server.ts";

/** Notes whose accounts these are, so that their standing can be written before they have ordered anything. */
export async function keepAccounts(
  tx: AnyTransaction,
  shopId: number,
  accounts: readonly PersonAccount[],
): Promise<void> {
  if (accounts.length > 0) await queryIn(tx, KEEP, [shopId, JSON.stringify(accounts)]);
}

const KEEP = `
  INSERT INTO standing AS s (shop_id, customer_id, person_id, memberships)
  SELECT DISTINCT ON (a."customerId") $1::int, a."customerId", a."personId", '{}'::text[]
  FROM json_to_recordset($2::text::json) AS a ("customerId" bigint, "personId" bigint)
  ORDER BY a."customerId"
  ON CONFLICT (shop_id, customer_id) DO UPDATE SET person_id = excluded.person_id
  WHERE s.person_id IS DISTINCT FROM excluded.person_id`;
