import type { Database } from "../db/database.server.ts";
import { withLock } from "../db/lock.server.ts";
import { AdminApiError } from "../admin-api/admin-api-error.server.ts";
import type { ShopifyApp } from "./shopify-app.server.ts";

type Graphql = Awaited<ReturnType<ShopifyApp["unauthenticated"]["admin"]>>["admin"]["graphql"];

export type OfflineAccess = {
  admin(): Promise<{ graphql: Graphql; token: string }>;
  /** After Shopify refused `token`: the one that replaced it, or a refreshed one. */
  renewed(token: string): Promise<{ graphql: Graphql; token: string }>;
};

/** The library refreshes a token this long before it expires; we take the lock before it can want to. */
const RENEWAL_MARGIN_MS = 6 * 60 * 1_000;

/**
 * The app's own access to a shop. A refresh replaces the refresh token too, so two at once would lock each other out:
 * they are serialised per shop by a database lock, across processes.
 */
export function offlineAccess(
  shopify: ShopifyApp,
  database: Database,
  shopDomain: string,
): OfflineAccess {
  const lock = `token:${shopDomain}`;
  const load = () => shopify.sessionStorage.loadSession(`offline_${shopDomain}`);

  async function open() {
    try {
      const { admin, session } = await shopify.unauthenticated.admin(shopDomain);
      return { graphql: admin.graphql, token: session.accessToken ?? "" };
    } catch (cause) {
      throw new AdminApiError(
        "unauthorized",
        "Bonafide has no valid access to the shop. Open Bonafide in the Shopify admin once to renew it.",
        { cause },
      );
    }
  }

  return {
    async admin() {
      const session = await load();
      const fresh = !session?.expires || session.expires.getTime() - Date.now() > RENEWAL_MARGIN_MS;
      return fresh ? open() : withLock(database.pool, lock, open);
    },
    renewed: (token) =>
      withLock(database.pool, lock, async () => {
        const session = await load();
        if (session?.accessToken === token) {
          // Refused before its time: marked expired, so that the library refreshes it now.
          session.expires = new Date(0);
          await shopify.sessionStorage.storeSession(session);
        }
        return open();
      }),
  };
}
