import type { Deps } from "../deps.server.ts";
import { withLock } from "../db/lock.server.ts";
import { tokenLock } from "./offline-access.server.ts";

type AdminContext = Awaited<ReturnType<Deps["shopify"]["authenticate"]["admin"]>>;

/** The library exchanges tokens anew when the stored one ends within five minutes; we look a little earlier. */
const MARGIN_MS = 6 * 60 * 1_000;

/**
 * Shopify's `authenticate.admin`, one at a time for a shop while there are no sound tokens. A page's loaders ask at
 * once, and each exchange of tokens revokes the ones before it: without the lock the ones that are kept might be
 * revoked already. Tokens that were refused (the offline one is gone) are exchanged anew.
 */
export async function authenticateAdmin(deps: Deps, request: Request): Promise<AdminContext> {
  const claims = await claimsOf(deps, request);
  if (!claims || (await hasSoundTokens(deps, claims)))
    return deps.shopify.authenticate.admin(request);
  return withLock(deps.database.pool, tokenLock(claims.shop), async () => {
    if (!(await hasSoundTokens(deps, claims))) {
      await deps.shopify.sessionStorage.deleteSession(onlineId(claims));
    }
    return deps.shopify.authenticate.admin(request);
  });
}

type Claims = { shop: string; userId: string };

function onlineId({ shop, userId }: Claims): string {
  return `${shop}_${userId}`;
}

async function hasSoundTokens(deps: Deps, claims: Claims): Promise<boolean> {
  const [online, offline] = await Promise.all([
    deps.shopify.sessionStorage.loadSession(onlineId(claims)),
    deps.shopify.sessionStorage.loadSession(`offline_${claims.shop}`),
  ]);
  const soon = Date.now() + MARGIN_MS;
  return Boolean(offline && online?.expires && online.expires.getTime() > soon);
}

/** Who a session token is for; null when it is missing, forged or expired, which the library then answers. */
async function claimsOf({ shopify }: Deps, request: Request): Promise<Claims | null> {
  const header = request.headers.get("authorization");
  const token =
    header?.replace(/^Bearer /i, "") ?? new URL(request.url).searchParams.get("id_token");
  if (!token) return null;
  try {
    const { dest, sub } = await shopify.api.session.decodeSessionToken(token);
    return { shop: new URL(dest).hostname, userId: sub };
  } catch {
    return null;
  }
}
