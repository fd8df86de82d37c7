import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";

import { openDeps, provideDeps } from "#app/infra/deps.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { handleWebhook } from "#app/server/webhooks.ts";
import { startWork } from "#app/server/work.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { shopOf } from "#app/services/shop/shop-of.server.ts";
import { askJson, until } from "#test/demo/http.ts";
import { routeFetchTo } from "#test/standin/route-fetch.ts";
import { BROWSER } from "#test/support/staff-client.ts";
import { openBenchShop, type BenchShop } from "../bench-deps.ts";
import { API_KEY, API_SECRET, type Asked, type Seen, type Told } from "./child-words.ts";

export type RaceShop = BenchShop & {
  standinUrl: string;
  handle: string;
  /** From now on webhooks are kept back as Shopify's are. */
  lateWebhooks(): Promise<void>;
  /** Counts the racing customer's orders from now on. */
  watch(limit: number): void;
  seen(): Promise<Seen>;
  /** Resolves when the checkout knows a code of the app's. */
  holds(code: string): Promise<void>;
  /** Resolves when all webhooks are delivered and worked off, and the standings written. */
  settled(): Promise<void>;
  /** A code in a shop without the guard, with Shopify's own settings alone. */
  nativeCode(setting: { code: string; oncePerCustomer: boolean }): Promise<{ handle: string }>;
};

/**
 * An assumption: Shopify promises nothing, and mostly delivers within a few seconds. Each webhook is kept back for half
 * a second, and up to a second and a half more.
 */
const LATE = { delayMs: 500, shuffleMs: 1_500 };
const ORDER_TOPICS = ["orders/create", "orders/paid", "orders/updated"];
const WITHOUT_GUARD = "second-shop";

/** A shop of the stand-in, and the whole app at work for it: webhooks over HTTP, jobs, inbox, standings. */
export async function openRaceShop(): Promise<RaceShop> {
  const child = fork(join(import.meta.dirname, "standin-child.ts"), { serialization: "advanced" });
  const ready = await told(child, "ready");
  const restoreFetch = routeFetchTo(ready.url);
  setAbstractFetchFunc(globalThis.fetch);
  const bench = await openBenchShop();
  const door = createServer((request, response) => void handleWebhook(deps, request, response));
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const appUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const env = readEnv({
    NODE_ENV: "test",
    ...{ SHOPIFY_API_KEY: API_KEY, SHOPIFY_API_SECRET: API_SECRET },
    ...{ SHOPIFY_APP_URL: appUrl, SCOPES, LOG_LEVEL: "error" },
  });
  const deps = await openDeps(env, bench.deps.database.url, { works: true, connections: 12 });
  provideDeps(deps);
  const work = await startWork(deps);
  const ask = (asked: Asked) => void child.send(asked);
  ask({ ask: "app", url: appUrl });
  const shop = await shopOf(deps, await visit(ready.token));
  const control = <T>(path: string, body?: object) =>
    askJson<T>(`${ready.url}/control/${path}`, body ? { method: "POST", body } : {});

  return {
    ...{ deps, shop, standinUrl: ready.url, handle: ready.handle },
    lateWebhooks: async () => void (await control("modes", LATE)),
    watch: (limit) => ask({ ask: "watch", limit }),
    seen() {
      ask({ ask: "seen" });
      return told(child, "seen");
    },
    async holds(code) {
      const asked = () => {
        ask({ ask: "holds", code });
        return told(child, "holds");
      };
      await until(`the checkout to know ${code}`, asked, ({ holds }) => holds);
    },
    async settled() {
      await control("idle");
      const left = async () => {
        const { rows } = await deps.database.pool.query<{ left: number }>(LEFT, [shop.id]);
        return rows[0]?.left ?? 0;
      };
      await until("the webhooks to be worked off", left, (count) => count === 0);
    },
    async nativeCode(setting) {
      await control("modes", { mute: ORDER_TOPICS });
      await control(`${WITHOUT_GUARD}/discounts`, { ...setting, percentage: 10 });
      return { handle: WITHOUT_GUARD };
    },
    async close() {
      ask({ ask: "end" });
      await once(child, "exit");
      await work.stop();
      door.close();
      door.closeAllConnections();
      await deps.close();
      await bench.close();
      restoreFetch();
    },
  };
}

const LEFT = `
  SELECT ((SELECT count(*) FROM inbox_message WHERE shop_id = $1 AND state = 'new') +
          (SELECT count(*) FROM standing WHERE shop_id = $1 AND dirty_since IS NOT NULL AND error IS NULL))::int AS left`;

const SCOPES =
  "read_discounts,write_discounts,read_orders,read_customers,write_customers,read_products";

/** Somebody opens the app: that is how it gets its access. @returns the shop's id. */
async function visit(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, "user-agent": BROWSER };
  const session = await openSession(new Request("http://localhost:1/app", { headers }));
  return session.shop.id;
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
