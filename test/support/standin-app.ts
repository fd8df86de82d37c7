import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { afterAll } from "vitest";

import { openDeps, provideDeps, type Deps } from "#app/infra/deps.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { handleWebhook } from "#app/server/webhooks.ts";
import { startWork } from "#app/server/work.ts";
import { routeFetchTo } from "#test/standin/route-fetch.ts";
import { startStandin, type Standin } from "#test/standin/server.ts";
import type { ShopState, World } from "#test/standin/state.ts";
import { openTestDatabase } from "./database.ts";

export const API_KEY = "bonafide-test-key";
export const API_SECRET = "bonafide-test-secret";

export type StandinApp = {
  databaseUrl: string;
  standin: Standin;
  deps: Deps;
  /** Where the app takes webhooks. */
  url: string;
  /** A shop of the stand-in. @throws when there is none of that handle. */
  shop(handle: string): ShopState;
};

type Options = {
  /** Also works off jobs, inboxes and standings, as the web process does. */
  works?: boolean;
  /** What the stand-in's shops are; two seeded ones when left out. */
  fill?: (world: World) => void;
};

/**
 * The app in this process with everything real but Shopify, in whose place the stand-in answers: PostgreSQL, the job
 * queue, Shopify's own library, webhooks over HTTP. To be called at the top of a test file; ends with it.
 */
export async function openStandinApp({ works = false, fill }: Options = {}): Promise<StandinApp> {
  const databaseUrl = await openTestDatabase();
  const standin = await openStandin(fill);
  // The library keeps the fetch it found when it was imported: that was before there was a stand-in to route to.
  const restoreFetch = routeFetchTo(standin.url);
  setAbstractFetchFunc(globalThis.fetch);
  const webhooks = await listen((request, response) => void handleWebhook(deps, request, response));
  const env = readEnv(settings(webhooks.url, standin));
  const deps = await openDeps(env, databaseUrl, { works, connections: 12 });
  provideDeps(deps);
  const work = works ? await startWork(deps) : null;
  standin.setAppUrl(webhooks.url);
  afterAll(async () => {
    await standin.stop();
    await webhooks.close();
    await work?.stop();
    await deps.close();
    restoreFetch();
  });
  return {
    databaseUrl,
    standin,
    deps,
    url: webhooks.url,
    shop(handle) {
      const shop = [...standin.world.shops.values()].find((each) => each.handle === handle);
      if (!shop) throw new Error(`The stand-in has no shop ${handle}.`);
      return shop;
    },
  };
}

export function openStandin(fill?: (world: World) => void): Promise<Standin> {
  return startStandin({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appDir: join(import.meta.dirname, "../.."),
    seed: 11,
    // Long enough that the app has to ask twice whether Shopify is done.
    asyncDelayMs: 60,
    ...(fill ? { fill } : {}),
  });
}

/** The app's settings as its environment has them. */
export function settings(appUrl: string, standin: Standin) {
  return {
    NODE_ENV: "test" as const,
    SHOPIFY_API_KEY: API_KEY,
    SHOPIFY_API_SECRET: API_SECRET,
    SHOPIFY_APP_URL: appUrl,
    SCOPES: standin.world.config.scopes.join(","),
    LOG_LEVEL: process.env["TEST_LOG_LEVEL"] ?? "silent",
  };
}

type Listener = { url: string; close(): Promise<void> };

async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listener> {
  const server: Server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
