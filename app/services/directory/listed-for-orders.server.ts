import type pg from "pg";

import { KEY, type EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import type { ListedPeople } from "#app/domain/signal/score-order.ts";
import { encodedOf } from "../identity/stored-order.server.ts";

/** Whom an order's code makes it be compared with, and which code that is. Null where the code is nobody's, or for all. */
export type ListedFor = Record<"owners" | "staff", (ListedPeople & ListedCode) | null>;
export type ListedCode = { codeKey: string; campaignId: string };

/** Of so many owners of one code their own orders are looked at, too; of staff only the addresses. */
const ACCOUNTS_MOST = 10;

/** The owners of the codes on these orders, and the staff where a code is for staff, by the order's id; most have none. */
export async function listedForOrders(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, ListedFor>> {
  const { rows } = await client.query<UseRow>(USES, [shopId, orderIds]);
  const lists = new Map<string, ListedPeople>();
  const found = new Map<string, ListedFor>();
  for (const { orderId, listed, role, ...use } of rows) {
    const key = listed.join();
    const people = lists.get(key) ?? (await peopleOf(client, shopId, listed, role));
    lists.set(key, people);
    const so = found.get(orderId) ?? { owners: null, staff: null };
    const place = role === "owner" ? "owners" : "staff";
    found.set(orderId, { ...so, [place]: so[place] ?? { ...use, ...people } });
  }
  return found;
}

type UseRow = {
  orderId: string;
  codeKey: string;
  campaignId: string;
  role: "owner" | "staff";
  listed: string[];
};

/** They are apart from each other here: nobody asks who of a list is who. */
async function peopleOf(
  client: pg.PoolClient,
  shopId: number,
  listed: readonly string[],
  role: string,
): Promise<ListedPeople> {
  type Row = { id: string; at: number; words: Buffer; keys: Buffer; scope: null; further: null };
  const { rows } = await client.query<Row>(PEOPLE, [shopId, listed]);
  const people = memoryIndex();
  const entries = rows.map((row): EncodedOrder => ({ ...encodedOf(row), id: `${role} ${row.id}` }));
  for (const entry of entries)
    people.add(entry, { cluster: entry.id, absorbed: [], isRing: false });
  const accounts = role === "owner" ? entries.slice(0, ACCOUNTS_MOST) : [];
  return { people, accounts: accounts.map(({ keys }) => keys[KEY.email]!) };
}

/** The staff of a shop without a list is not known: then nothing is compared. */
const USES = `
  WITH used AS (
    SELECT DISTINCT order_id, code_key, campaign_id FROM ledger_entry
    WHERE shop_id = $1 AND order_id = ANY ($2::bigint[]) AND campaign_id IS NOT NULL
  ), staff AS MATERIALIZED (
    SELECT array_agg(id::text ORDER BY id) AS listed FROM listed_person WHERE shop_id = $1 AND role = 'staff'
  )
  SELECT u.order_id::text AS "orderId", u.code_key AS "codeKey", u.campaign_id AS "campaignId", 'owner' AS role,
    array_agg(l.id::text ORDER BY l.id) AS listed
  FROM used u JOIN listed_person l ON l.shop_id = $1 AND l.role = 'owner' AND l.campaign_id = u.campaign_id
    AND (l.code_key IS NULL OR l.code_key = u.code_key)
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT u.order_id::text, u.code_key, u.campaign_id, 'staff', s.listed
  FROM used u JOIN campaign c ON c.shop_id = $1 AND c.id = u.campaign_id AND c.staff_only
  JOIN staff s ON s.listed IS NOT NULL
  ORDER BY 1, 2`;

const PEOPLE = `
  SELECT id::text AS id, (extract(epoch FROM created_at) * 1000)::float8 AS at, words, keys, NULL AS scope, NULL AS further
  FROM listed_person WHERE shop_id = $1 AND id = ANY ($2::uuid[]) ORDER BY created_at, id`;
