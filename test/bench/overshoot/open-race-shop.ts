import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { openDeps, provideDeps } from "#app/infra/deps.server.ts";
import { handleWebhook } from "#app/server/webhooks.ts";
import { startWork } from "#app/server/work.ts";
import { shopOf } from "#app/services/shop/shop-of.server.ts";
import { askJson, until } from "#test/demo/http.ts";
import { openBenchShop, type BenchShop } from "../bench-deps.ts";
import { benchEnv, startStandinProcess, visit } from "../standin/process.ts";
import type { Asked, Seen, Told } from "./child-words.ts";

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
  const standin = await startStandinProcess<Asked, Told>(
    join(import.meta.dirname, "standin-child.ts"),
  );
  const { ready, ask, told } = standin;
  const bench = await openBenchShop();
  const door = createServer((request, response) => void handleWebhook(deps, request, response));
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const appUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const env = benchEnv({ appUrl, logLevel: "error" });
  const deps = await openDeps(env, bench.deps.database.url, { works: true, connections: 12 });
  provideDeps(deps);
  const work = await startWork(deps);
  ask({ ask: "app", url: appUrl });
  const visited = await visit(ready.token);
  const shop = await shopOf(deps, visited.shop.id);
  const control = <T>(path: string, body?: object) =>
    askJson<T>(`${ready.url}/control/${path}`, body ? { method: "POST", body } : {});

  return {
    ...{ deps, shop, standinUrl: ready.url, handle: ready.handle },
    lateWebhooks: async () => void (await control("modes", LATE)),
    watch: (limit) => ask({ ask: "watch", limit }),
    seen() {
      ask({ ask: "seen" });
      return told("seen");
    },
    async holds(code) {
      const asked = () => {
        ask({ ask: "holds", code });
        return told("holds");
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
      await standin.end();
      await work.stop();
      door.close();
      door.closeAllConnections();
      await deps.close();
      await bench.close();
    },
  };
}

const LEFT = `
  SELECT ((SELECT count(*) FROM inbox_message WHERE shop_id = $1 AND state = 'new') +
          (SELECT count(*) FROM standing WHERE shop_id = $1 AND dirty_since IS NOT NULL AND error IS NULL))::int AS left`;
