import { randomBytes } from "node:crypto";
import {
  EXCHANGE_REPLACES_TOKEN,
  ONLINE_TOKEN_SECONDS,
  ROTATION_KILLS_ACCESS_TOKEN,
} from "../assumptions.ts";
import type { AccessToken, RefreshToken, ShopState, StaffMember, World } from "../state.ts";

/** Documented lives of an expiring offline token and of what renews it. */
export const OFFLINE_TOKEN_SECONDS = 3_600;
export const REFRESH_TOKEN_SECONDS = 90 * 24 * 3_600;

export type IssuedOffline = {
  readonly access: AccessToken;
  /** Undefined for an offline token that does not expire. */
  readonly refresh: RefreshToken | undefined;
};

/** One refreshable token per app and shop: the one before dies. */
export function issueOffline(world: World, shop: ShopState, expiring: boolean): IssuedOffline {
  if (expiring && EXCHANGE_REPLACES_TOKEN) dropOffline(shop);
  const access: AccessToken = {
    token: newToken("shpat"),
    mode: "offline",
    scopes: new Set(shop.grantedScopes),
    expiresAt: expiring ? secondsFromNow(world, OFFLINE_TOKEN_SECONDS) : undefined,
    staffId: undefined,
  };
  shop.accessTokens.set(access.token, access);
  if (!expiring) return { access, refresh: undefined };
  const refresh: RefreshToken = {
    token: newToken("shprt"),
    accessToken: access.token,
    expiresAt: secondsFromNow(world, REFRESH_TOKEN_SECONDS),
  };
  shop.refreshTokens.set(refresh.token, refresh);
  return { access, refresh };
}

export function issueOnline(world: World, shop: ShopState, staff: StaffMember): AccessToken {
  const access: AccessToken = {
    token: newToken("shpua"),
    mode: "online",
    scopes: new Set(shop.grantedScopes),
    expiresAt: secondsFromNow(world, ONLINE_TOKEN_SECONDS),
    staffId: staff.id,
  };
  shop.accessTokens.set(access.token, access);
  return access;
}

/** Trades a refresh token for a new pair; undefined when it is unknown, used or too old. */
export function rotate(world: World, shop: ShopState, token: string): IssuedOffline | undefined {
  const refresh = shop.refreshTokens.get(token);
  if (!refresh || refresh.expiresAt <= world.now()) return undefined;
  shop.refreshTokens.delete(token);
  if (ROTATION_KILLS_ACCESS_TOKEN) shop.accessTokens.delete(refresh.accessToken);
  return issueOffline(world, shop, true);
}

/** The token of an Admin API call; undefined when the call is to be answered with 401. */
export function findToken(
  world: World,
  shop: ShopState,
  token: string | undefined,
): AccessToken | undefined {
  const known = token === undefined ? undefined : shop.accessTokens.get(token);
  if (!known || !shop.installed) return undefined;
  return known.expiresAt && known.expiresAt <= world.now() ? undefined : known;
}

/** What uninstalling does to the app's access, at once. */
export function revokeAll(shop: ShopState): void {
  shop.accessTokens.clear();
  shop.refreshTokens.clear();
}

function dropOffline(shop: ShopState): void {
  for (const { token, accessToken } of shop.refreshTokens.values()) {
    shop.accessTokens.delete(accessToken);
    shop.refreshTokens.delete(token);
  }
}

function secondsFromNow(world: World, seconds: number): Date {
  return new Date(world.now().getTime() + seconds * 1_000);
}

/** Not from the world's seed: a token nobody can foresee, in every run another. */
function newToken(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}
