import { differentCodes } from "#app/services/sync/different-codes.server.ts";
import type { Figure, Progress } from "../bench.ts";
import { openBenchShop, type BenchShop } from "../bench-deps.ts";
import { addUniqueCampaign } from "../codes-make/unique-campaign.ts";

const CODES = 1_000_000;
const LIMIT_SECONDS = 5;
/** One in so many is on one side only. */
const EVERY = 1_000;
const DISCOUNT = "77";

/**
 * What is on one side only of a million codes here and a million there: 1,000 on each. The peer reads both sides and
 * compares them in the process.
 */
export async function measurePlan(progress: Progress): Promise<Figure[]> {
  const bench = await openBenchShop();
  try {
    progress(`${CODES} codes on both sides`);
    const { id: campaignId } = await addUniqueCampaign(bench, {
      number: 1,
      name: "SUMMER26_10OFF",
    });
    await fill(bench, campaignId);
    const key = { shopId: bench.shop.id, campaignId, discountId: DISCOUNT };
    const idle = process.memoryUsage().rss;
    const seconds = await best(async () => expect(await differentCodes(bench.deps, key)));
    const memory = (process.memoryUsage().rss - idle) / 1e6;
    progress("the same in the process");
    const inProcess = await best(() => compareInProcess(bench, campaignId));
    return [
      {
        ...{ metric: "plan_1m_seconds", value: round(seconds), unit: "s" },
        ...{ peer: "the limit set for it", peerValue: LIMIT_SECONDS },
        ratio: round(LIMIT_SECONDS / seconds),
      },
      {
        ...{ metric: "plan_1m_in_process_seconds", value: round(inProcess), unit: "s" },
        ...{
          peer: "plan_1m_seconds",
          peerValue: round(seconds),
          ratio: round(seconds / inProcess),
        },
      },
      {
        ...{ metric: "plan_1m_added_mb", value: round(Math.max(0, memory)), unit: "MB" },
        ...{ peer: null, peerValue: null, ratio: null },
      },
    ];
  } finally {
    await bench.close();
  }
}

async function fill({ deps, shop }: BenchShop, campaignId: string): Promise<void> {
  const { pool } = deps.database;
  await pool.query(HERE, [shop.id, campaignId, CODES]);
  await pool.query(THERE, [shop.id, DISCOUNT, CODES, EVERY]);
  await pool.query("VACUUM ANALYZE code, redeem_code");
}

/** A code that both sides have, in an order that is not theirs. */
const TEXT = "'SUMMER26_10OFF-' || upper(substr(md5(n::text), 1, 8)) || n";

const HERE = `
  INSERT INTO code (shop_id, campaign_id, code, code_key, state, assigned_from, created_at, tail)
  SELECT $1, $2, ${TEXT}, ${TEXT}, 'live', now(), now(), n::text FROM generate_series(1, $3::int) AS n`;

/** Each 1,000th has another text there. */
const THERE = `
  INSERT INTO redeem_code (shop_id, id, discount_id, code, code_key, uses, read_at)
  SELECT $1, n, $2, c, c, 0, now() FROM (
    SELECT n, CASE WHEN n % $4::int = 0 THEN 'THEIRS' || n ELSE ${TEXT} END AS c FROM generate_series(1, $3::int) AS n) t`;

function expect(found: readonly unknown[]): void {
  const wanted = (2 * CODES) / EVERY;
  if (found.length !== wanted) throw new Error(`${found.length} differ, not ${wanted}.`);
}

async function compareInProcess({ deps, shop }: BenchShop, campaignId: string): Promise<void> {
  const { pool } = deps.database;
  const ours = await pool.query<{ key: string }>(
    "SELECT code_key AS key FROM code WHERE shop_id = $1 AND campaign_id = $2",
    [shop.id, campaignId],
  );
  const theirs = await pool.query<{ key: string }>(
    "SELECT code_key AS key FROM redeem_code WHERE shop_id = $1 AND discount_id = $2",
    [shop.id, DISCOUNT],
  );
  const here = new Set(ours.rows.map(({ key }) => key));
  const there = new Set(theirs.rows.map(({ key }) => key));
  expect([...[...here].filter((k) => !there.has(k)), ...[...there].filter((k) => !here.has(k))]);
}

async function best(work: () => Promise<void>): Promise<number> {
  const seconds: number[] = [];
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    await work();
    seconds.push((performance.now() - started) / 1_000);
  }
  return Math.min(...seconds);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
