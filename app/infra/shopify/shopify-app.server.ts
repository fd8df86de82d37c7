import "@shopify/shopify-app-remix/adapters/node";
import { shopifyApi } from "@shopify/shopify-api";
import {
  ApiVersion,
  AppDistribution,
  LogSeverity,
  shopifyApp,
} from "@shopify/shopify-app-remix/server";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";

import type { Database } from "../db/database.server.ts";
import type { Env } from "../env.server.ts";
import type { Log } from "../log.server.ts";

export type ShopifyApp = ReturnType<typeof createShopifyApp>;

/** Shopify's own libraries, with the one API version this code is written for. */
export function createShopifyApp(env: Env, database: Database, log: Log) {
  const scopes = env.SCOPES.split(",").map((scope) => scope.trim());
  const shared = {
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey: env.SHOPIFY_API_SECRET,
    apiVersion: ApiVersion.October26 as const,
    scopes,
    logger: {
      level: LogSeverity.Warning,
      log: (severity: LogSeverity, message: string) => {
        const text = withoutTokens(message);
        if (severity === LogSeverity.Error) log.error(text);
        else log.warn(text);
        return Promise.resolve();
      },
    },
  };
  const app = shopifyApp({
    ...shared,
    appUrl: env.SHOPIFY_APP_URL,
    authPathPrefix: "/auth",
    sessionStorage: new PrismaSessionStorage(database.prisma),
    distribution: AppDistribution.AppStore,
    // The person at the screen, for roles and the audit trail, comes with the online token.
    useOnlineTokens: true,
    future: {
      unstable_newEmbeddedAuthStrategy: true,
      expiringOfflineAccessTokens: true,
    },
  });
  // The app library keeps this one to itself, and with it the reason why a refresh failed.
  const api = shopifyApi({
    ...shared,
    hostName: new URL(env.SHOPIFY_APP_URL).host,
    isEmbeddedApp: true,
  });
  return { ...app, api };
}

/** Session tokens travel in URLs and the library logs URLs. */
function withoutTokens(message: string): string {
  return message.replace(/(id_token|session|hmac|code)=[^&\s"'|]+/g, "$1=[struck out]");
}
