import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import { saidTogether } from "../person/put-together.server.ts";

/**
 * Notes that the standing of every account of a person, and of whom staff put together with them, must be written. The
 * drain finds it within a second.
 */
export async function markPerson(
  tx: Transaction,
  shopId: number,
  personId: bigint,
  now: Date,
): Promise<void> {
  const asked = await queryIn<{ root: string }>(tx, ROOT, [shopId, String(personId)]);
  const said = await saidTogether(tx, shopId);
  const people = said.withOthers(asked.map(({ root }) => root));
  await queryIn(tx, MARK, [shopId, people, now]);
}

const ROOT = `
  SELECT COALESCE(root_id, id)::text AS root FROM person WHERE shop_id = $1::int AND id = $2::bigint`;

const MARK = `
  UPDATE standing s SET dirty_since = COALESCE(s.dirty_since, $3::timestamptz), changes = s.changes + 1, error = NULL,
    urgency = 0
  FROM person p
  WHERE s.shop_id = $1::int AND p.shop_id = s.shop_id AND p.id = s.person_id
    AND COALESCE(p.root_id, p.id) = ANY ($2::bigint[])`;
