import pg from "pg";

/**
 * As if a campaign's code were only for others than those who used it, four of whom had its alarm ring. @returns the
 * alarm's page. @throws when nobody has used the code.
 */
export async function leakCode(databaseUrl: string, campaign: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(STRANGERS, [campaign]);
    const { rows } = await client.query<{ code: string }>(RING, [campaign]);
    const [row] = rows;
    if (!row) throw new Error(`Nobody has used ${campaign}.`);
    return `/app/leaks/${encodeURIComponent(`0.${row.code}`)}`;
  } finally {
    await client.end();
  }
}

/** The latest uses of a campaign's own code. */
const LATEST = `
  SELECT l.* FROM ledger_entry l
  JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id AND c.name = $1
  WHERE l.redemptions > 0 AND l.code_key = upper(c.name)
  ORDER BY l.effective_at DESC, l.id DESC LIMIT 4`;

const STRANGERS = `
  INSERT INTO flag (shop_id, id, kind, order_id, campaign_id, code_key, evidence, state, created_at, signals)
  SELECT shop_id, gen_random_uuid(), 'overshoot', order_id, campaign_id, code_key,
    '{"limit": 0, "window": "lifetime", "counter": "campaign", "period": "L", "orders": []}', 'open', effective_at, '[]'
  FROM (${LATEST}) l
  ON CONFLICT (shop_id, kind, order_id, code_key) DO UPDATE SET evidence = excluded.evidence`;

const RING = `
  INSERT INTO leak_alarm (shop_id, code_key, counts_from, cusum, orders, since, rang_at)
  SELECT shop_id, code_key, to_timestamp(0), 7, 4, min(effective_at), max(effective_at) FROM (${LATEST}) l
  GROUP BY shop_id, code_key RETURNING code_key AS code`;
