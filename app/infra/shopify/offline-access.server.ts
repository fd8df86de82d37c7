import { HttpResponseError, type Session } from "@shopify/shopify-api";

import { adminApiError, AdminApiError } from "../admin-api/admin-api-error.server.ts";
import type { Database } from "../db/database.server.ts";
import { withLock } from "../db/lock.server.ts";
import type { ShopifyApp } from "./shopify-app.server.ts";

type Graphql = Awaited<ReturnType<ShopifyApp["unauthenticated"]["admin"]>>["admin"]["graphql"];
type Access = { graphql: Graphql; token: string };

/** Whoever replaces a shop's tokens holds this lock: replacing revokes the ones before. */
export function tokenLock(shopDomain: string): string {
  return `token:${shopDomain}`;
}

export type OfflineAccess = {
  admin(): Promise<Access>;
  /** After Shopify refused `token`: the one that replaced it, or a refreshed one. */
  renewed(token: string): Promise<Access>;
};

/** The library would refresh a token five minutes before its end, without a lock and without telling why it failed. */
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
  const load = () => shopify.sessionStorage.loadSession(`offline_${shopDomain}`);

  async function open(): Promise<Access> {
    const { admin, session } = await shopify.unauthenticated.admin(shopDomain);
    return { graphql: admin.graphql, token: session.accessToken ?? "" };
  }

  /** Under the lock: someone else may have refreshed while we waited for it. */
  const refreshWhere = (isStale: (session: Session) => boolean) =>
    withLock(database.pool, tokenLock(shopDomain), async () => {
      const session = await load();
      if (!session) throw noAccess();
      if (isStale(session)) await refresh(shopify, session);
      return open();
    });

  return {
    async admin() {
      const session = await load();
      if (!session) throw noAccess();
      return endsSoon(session) ? refreshWhere(endsSoon) : open();
    },
    renewed: (token) => refreshWhere((session) => session.accessToken === token),
  };
}

function endsSoon({ expires }: Session): boolean {
  return expires !== undefined && expires.getTime() - Date.now() < RENEWAL_MARGIN_MS;
}

async function refresh(shopify: ShopifyApp, session: Session): Promise<void> {
  try {
    const refreshToken = session.refreshToken ?? "";
    const renewed = await shopify.api.auth.refreshToken({ shop: session.shop, refreshToken });
    await shopify.sessionStorage.storeSession(renewed.session);
  } catch (cause) {
    const status =
      cause instanceof HttpResponseError ? (cause.response as { code: number }).code : 0;
    const refused = status >= 400 && status < 429;
    // No answer says nothing about the token: the caller tries again later.
    if (!refused) throw adminApiError(cause);
    // A token that cannot be refreshed is of no use; without it the next visit gets new ones.
    await shopify.sessionStorage.deleteSession(session.id);
    throw noAccess(cause);
  }
}

function noAccess(cause?: unknown): AdminApiError {
  const message =
    "Bonafide has no valid access to the shop. Open Bonafide in the Shopify admin once to renew it.";
  return new AdminApiError("unauthorized", message, { cause });
}
