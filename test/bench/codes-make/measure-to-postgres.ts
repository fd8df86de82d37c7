import type pg from "pg";

import { uniqueCodes } from "#app/domain/code/unique-code.ts";
import type { JobData } from "#app/infra/jobs/jobs.server.ts";
import { codeSpaceOf } from "#app/services/code/code-space.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import type { Figure, Progress } from "../bench.ts";
import { openBenchShop, type BenchShop } from "../bench-deps.ts";
import { addUniqueCampaign } from "./unique-campaign.ts";

/** What the same codes take as rows of a bare table with one unique index: the least a database does for them. */
const PEER = "bare_insert";

/**
 * A batch from the job's start until every code is a row that can be searched: in pieces, each one transaction with its
 * batch's progress, as the app makes it.
 */
export async function measureToPostgres(progress: Progress, count = 1_000_000): Promise<Figure[]> {
  const bench = await openBenchShop();
  try {
    progress(`Bonafide: ${count} codes into PostgreSQL`);
    const job = await orderBatch(bench, count);
    const database = watchQueries(bench.deps.database.pool);
    const started = performance.now();
    await makeCodes(bench.deps, job);
    const seconds = (performance.now() - started) / 1_000;
    const share = database.seconds() / seconds;
    await expectAll(bench, count);
    progress(`${PEER}: the same codes`);
    const peerSeconds = await insertBare(bench, count);
    return [
      {
        ...{ metric: "to_postgres_seconds", value: round(seconds), unit: "s" },
        ...{ peer: PEER, peerValue: round(peerSeconds), ratio: round(peerSeconds / seconds) },
      },
      {
        ...{ metric: "to_postgres_database_share", value: round(share), unit: "share" },
        ...{ peer: null, peerValue: null, ratio: null },
      },
    ];
  } finally {
    await bench.close();
  }
}

async function orderBatch(bench: BenchShop, wanted: number): Promise<JobData["make-codes"]> {
  const { deps, shop } = bench;
  const campaign = await addUniqueCampaign(bench, { number: 1, name: "SUMMER26_FREESHIP" });
  const batch = await deps.database.prisma.codeBatch.create({
    data: {
      ...{ shopId: shop.id, id: deps.newId(), campaignId: campaign.id, source: "made", wanted },
      ...{ state: "making", createdAt: deps.now(), createdBy: "bench" },
    },
  });
  return { shopId: shop.id, batchId: batch.id };
}

async function expectAll({ deps, shop }: BenchShop, count: number): Promise<void> {
  const made = await deps.database.prisma.code.count({ where: { shopId: shop.id } });
  if (made !== count) throw new Error(`${made} of ${count} codes are in the database.`);
}

/** Adds up how long statements are under way, on every connection: what is left is our own work. */
function watchQueries(pool: pg.Pool): { seconds(): number } {
  let ms = 0;
  pool.on("connect", watch);
  pool.on("acquire", watch);
  const watched = new WeakSet<pg.PoolClient>();
  function watch(client: pg.PoolClient) {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const started = performance.now();
      const answer = query(...args);
      if (answer instanceof Promise)
        void answer.finally(() => (ms += performance.now() - started)).catch(() => undefined);
      return answer;
    }) as typeof client.query;
  }
  return { seconds: () => ms / 1_000 };
}

async function insertBare({ deps, shop }: BenchShop, count: number): Promise<number> {
  const { pool, prisma } = deps.database;
  const campaign = await prisma.campaign.findFirstOrThrow({ where: { shopId: shop.id } });
  const code = uniqueCodes(codeSpaceOf(shop, campaign));
  await pool.query("CREATE TABLE bare (shop_id int, code text, PRIMARY KEY (shop_id, code))");
  const started = performance.now();
  for (let from = 0; from < count; from += PIECE) {
    const codes = Array.from({ length: Math.min(PIECE, count - from) }, (_, at) => code(from + at));
    await pool.query("INSERT INTO bare SELECT $1, unnest($2::text[])", [shop.id, codes]);
  }
  return (performance.now() - started) / 1_000;
}

const PIECE = 10_000;

function round(value: number): number {
  return Number(value.toFixed(3));
}
