import type { Deps } from "#app/infra/deps.server.ts";

/** Named in the note: those on most orders. */
const NAMED = 3;

/** What there is to say of codes that were used and are no campaign's; null where there are none. */
export async function readStrayCodes({ database }: Deps, shopId: number): Promise<string | null> {
  const { rows } = await database.pool.query<Stray>(STRAY, [shopId, NAMED]);
  const [first] = rows;
  if (!first) return null;
  const named = rows.map(({ code, orders }) => `${code} (${orders})`).join(", ");
  const more = first.codes - rows.length;
  return (
    `Codes that are no campaign’s: ${named}${more > 0 ? `, and ${more} more` : ""}; in brackets on how many orders. ` +
    "Is a list or a pattern too narrow, or were they used before startsAt or after endsAt?"
  );
}

type Stray = { code: string; orders: number; codes: number };

const STRAY = `
  SELECT code_key AS code, count(DISTINCT order_id)::int AS orders, (count(*) OVER ())::int AS codes
  FROM ledger_entry WHERE shop_id = $1 AND campaign_id IS NULL AND code_key NOT IN ('', '+')
  GROUP BY code_key ORDER BY 2 DESC, 1 LIMIT $2`;
