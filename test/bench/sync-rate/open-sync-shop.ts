import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";

import { openDeps, provideDeps, type Deps } from "#app/infra/deps.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { shopOf } from "#app/services/shop/shop-of.server.ts";
import { routeFetchTo } from "#test/standin/route-fetch.ts";
import { BROWSER } from "#test/support/staff-client.ts";
import { openBenchShop, type BenchShop } from "../bench-deps.ts";
import { API_KEY, API_SECRET, type Asked, type Told } from "./child-words.ts";

export type SyncShop = BenchShop & {
  /** Time in both processes goes so much faster from now on; nobody's bucket holds more than `available`. */
  begin(options: { speed: number; available: number; loses: number }): Promise<void>;
  /** What Shopify has of a discount, and how it was asked. */
  codes(title: string): Promise<Extract<Told, { tell: "codes" }>>;
};

/** A shop with the real Admin API client against a stand-in in a process of its own. */
export async function openSyncShop(): Promise<SyncShop> {
  const child = fork(join(import.meta.dirname, "standin-child.ts"), { serialization: "advanced" });
  const ready = await told(child, "ready");
  const restoreFetch = routeFetchTo(ready.url);
  setAbstractFetchFunc(globalThis.fetch);
  const bench = await openBenchShop();
  const clock = scaledClock();
  const env = readEnv({
    NODE_ENV: "test",
    ...{ SHOPIFY_API_KEY: API_KEY, SHOPIFY_API_SECRET: API_SECRET },
    ...{ SHOPIFY_APP_URL: "http://localhost:1", SCOPES: SCOPES, LOG_LEVEL: "silent" },
  });
  const { url } = bench.deps.database;
  const deps = await openDeps(env, url, { works: false, connections: 8, clock });
  provideDeps(deps);
  const shopId = await visit(ready.token);
  const ask = (asked: Asked) => void child.send(asked);
  return {
    deps,
    shop: await shopOf(deps, shopId),
    async begin({ speed, available, loses }) {
      await deps.database.pool.query("DELETE FROM rate_bucket");
      ask({ ask: "begin", speed, available, loses });
      await told(child, "begun");
      clock.setSpeed(speed);
    },
    codes(title) {
      ask({ ask: "codes", title });
      return told(child, "codes");
    },
    async close() {
      ask({ ask: "end" });
      await once(child, "exit");
      await deps.close();
      await bench.close();
      restoreFetch();
    },
  };
}

const SCOPES =
  "read_discounts,write_discounts,read_orders,read_customers,write_customers,read_products";

/** Somebody opens the app: that is how it gets its access. @returns the shop's id. */
async function visit(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, "user-agent": BROWSER };
  const session = await openSession(new Request("http://localhost:1/app", { headers }));
  return session.shop.id;
}

function scaledClock(): Pick<Deps, "now" | "sleep"> & { setSpeed(speed: number): void } {
  let since = Date.now();
  let base = since;
  let speed = 1;
  const now = () => base + (Date.now() - since) * speed;
  return {
    now: () => new Date(now()),
    sleep: (ms) => sleep(ms / speed),
    setSpeed(faster) {
      base = now();
      since = Date.now();
      speed = faster;
    },
  };
}

async function told<K extends Told["tell"]>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<Told, { tell: K }>> {
  for (;;) {
    const [message] = (await once(child, "message")) as [Told];
    if (message.tell === kind) return message as Extract<Told, { tell: K }>;
  }
}
