import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import { afterAll, expect } from "vitest";

import { buildIfStale } from "#test/demo/build-if-stale.ts";
import { fillShop } from "#test/demo/fill.ts";
import { until } from "#test/demo/http.ts";
import { startProduct, type Product } from "#test/demo/product.ts";
import type { ShopState } from "#test/standin/state.ts";
import { openTestDatabase } from "./database.ts";
import { leftToDo } from "./left.ts";

export type DemoApp = Product & {
  databaseUrl: string;
  /** A shop of the stand-in. @throws when there is none of that handle. */
  shop(handle: string): ShopState;
  /** Makes a shop's campaigns and some orders, as the demo does. */
  fill(handle: string, orders: number): Promise<void>;
  /** Resolves when Shopify has nothing left to tell, and the app has worked off what it was told. */
  quiet(): Promise<void>;
  /** Resolves when the orders told of so far are scored, too, which they are some seconds after. */
  scored(): Promise<void>;
};

const SEED = 5;

/**
 * The whole product on free ports with a database of this test file's own. To be called at the top of a test file;
 * ends with it.
 */
export async function openDemoApp(): Promise<DemoApp> {
  await buildIfStale((text) => console.error(text));
  const databaseUrl = await openTestDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), "bonafide-e2e-"));
  const product = await startProduct({ port: 0, seed: SEED, dataFolder, databaseUrl });
  afterAll(async () => {
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const { standin, publicUrl } = product;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  afterAll(() => pool.end());
  const workers = async () => (await pool.query<{ pid: number }>(AT_WORK)).rows.length;
  await until("the process that works", workers, (count) => count > 0);
  return {
    ...product,
    databaseUrl,
    shop(handle) {
      const shop = [...standin.world.shops.values()].find((each) => each.handle === handle);
      if (!shop) throw new Error(`The stand-in has no shop ${handle}.`);
      return shop;
    },
    async fill(handle, orders) {
      const where = { standinUrl: standin.url, appUrl: publicUrl, handle, seed: SEED };
      await fillShop(where, orders, () => undefined);
    },
    async quiet() {
      const left = async () => {
        expect(await standin.idle()).toBe(true);
        // A campaign that failed waits for a person.
        return (await leftToDo({ standin, pool })).filter(({ state }) => state !== "failed");
      };
      await expect.poll(left, { timeout: 120_000, interval: 50 }).toEqual([]);
    },
    async scored() {
      const waiting = async () => (await pool.query<{ state: string }>(TO_SCORE)).rows;
      await expect.poll(waiting, { timeout: 120_000, interval: 50 }).toEqual([]);
    },
  };
}

/** Jobs are a process of their own, which may come up long after the pages do. */
const AT_WORK = `
  SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'bonafide-listen'`;

const TO_SCORE = `
  SELECT state FROM pgboss.job WHERE name = 'score-orders' AND state IN ('created', 'retry', 'active')`;
