import { randomBytes, randomUUID } from "node:crypto";

import pg from "pg";

import { startEmbeddedPostgres } from "#app/infra/db/embedded-postgres.server.ts";
import { openDatabase } from "#app/infra/db/database.server.ts";
import { migrate } from "#app/infra/db/migrate.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { ensureShop } from "#app/services/shop/ensure-shop.server.ts";
import { addDefaultConvention } from "#app/services/naming/add-default-convention.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";

export type BenchShop = { deps: Deps; shop: Shop; close(): Promise<void> };

/** A shop in an empty, migrated database of its own, with jobs that go nowhere and no Shopify. */
export async function openBenchShop(): Promise<BenchShop> {
  const server = await startEmbeddedPostgres({ name: "bench" });
  const name = `bench_${randomUUID().slice(0, 8)}`;
  await onServer(server.url, `CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const database = openDatabase(url.href, { connections: 8 });
  const unused = () => {
    throw new Error("A bench asked for what it does not have.");
  };
  const deps = {
    database,
    jobs: { send: () => Promise.resolve(), work: unused, stop: () => Promise.resolve() },
    adminApi: unused,
    now: () => new Date(),
    newId: () => randomUUID(),
    randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
  } as unknown as Deps;
  const { id } = await ensureShop(deps, "bench.myshopify.com");
  await addDefaultConvention(deps, database.prisma, id);
  const shop = await database.prisma.shop.findUniqueOrThrow({ where: { id } });
  return {
    deps,
    shop,
    async close() {
      await database.close();
      await onServer(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
