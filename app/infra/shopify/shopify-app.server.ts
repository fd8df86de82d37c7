import "@shopify/shopify-app-remix/adapters/node";
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

/** Shopify's own app library, with the one API version this code is written for. */
export function createShopifyApp(env: Env, database: Database, log: Log) {
  return shopifyApp({
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey: env.SHOPIFY_API_SECRET,
    apiVersion: ApiVersion.October26,
    appUrl: env.SHOPIFY_APP_URL,
    scopes: env.SCOPES.split(",").map((scope) => scope.trim()),
    authPathPrefix: "/auth",
    sessionStorage: new PrismaSessionStorage(database.prisma),
    distribution: AppDistribution.AppStore,
    // The person at the screen, for roles and the audit trail, comes with the online token.
    useOnlineTokens: true,
    future: {
      unstable_newEmbeddedAuthStrategy: true,
      expiringOfflineAccessTokens: true,
    },
    logger: {
      level: LogSeverity.Warning,
      log: (severity, message) => {
        const text = withoutTokens(message);
        if (severity === LogSeverity.Error) log.error(text);
        else log.warn(text);
        return Promise.resolve();
      },
    },
  });
}

/** Session tokens travel in URLs and the library logs URLs. */
function withoutTokens(message: string): string {
  return message.replace(/(id_token|session|hmac|code)=[^&\s"'|]+/g, "$1=[struck out]");
}
