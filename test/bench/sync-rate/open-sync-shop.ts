import { join } from "node:path";

import { openDeps, provideDeps } from "#app/infra/deps.server.ts";
import { shopOf } from "#app/services/shop/shop-of.server.ts";
import { openBenchShop, type BenchShop } from "../bench-deps.ts";
import { benchEnv, startStandinProcess, visit } from "../standin/process.ts";
import type { Asked, Told } from "./child-words.ts";

export type SyncShop = BenchShop & {
  /** From now on the shop's bucket holds no more than `available`, and answers get lost. */
  begin(options: { available: number; loses: number }): Promise<void>;
  /** What Shopify has of a discount, and how it was asked. */
  codes(title: string): Promise<Extract<Told, { tell: "codes" }>>;
};

/** A shop with the real Admin API client against a stand-in in a process of its own. */
export async function openSyncShop(): Promise<SyncShop> {
  const standin = await startStandinProcess<Asked, Told>(
    join(import.meta.dirname, "standin-child.ts"),
  );
  const bench = await openBenchShop();
  const env = benchEnv({ appUrl: "http://localhost:1", logLevel: "silent" });
  const { url } = bench.deps.database;
  const deps = await openDeps(env, url, { works: false, connections: 8 });
  provideDeps(deps);
  const { shop } = await visit(standin.ready.token);
  return {
    deps,
    shop: await shopOf(deps, shop.id),
    async begin({ available, loses }) {
      await deps.database.pool.query("DELETE FROM rate_bucket");
      standin.ask({ ask: "begin", available, loses });
      await standin.told("begun");
    },
    codes(title) {
      standin.ask({ ask: "codes", title });
      return standin.told("codes");
    },
    async close() {
      await standin.end();
      await deps.close();
      await bench.close();
    },
  };
}
