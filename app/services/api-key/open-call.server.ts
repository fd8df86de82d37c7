import { timingSafeEqual } from "node:crypto";

import type { Actor } from "#app/domain/access/actor.ts";
import { CALLS, secondsToNextCall } from "#app/domain/access/api-key.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { processDeps, type Deps } from "#app/infra/deps.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { hashOf, readKey } from "./key-text.server.ts";

/** One of a shop's own systems. */
export type Caller = { actor: Actor; shop: Shop };

/** `unknown` says no more: whoever has no key learns nothing about those there are. */
export type Call =
  { kind: "caller"; caller: Caller } | { kind: "unknown" } | { kind: "too_often"; seconds: number };

/** Opens a request from outside the Shopify admin that brings a key. */
export async function openCall(request: Request): Promise<{ deps: Deps; call: Call }> {
  const deps = processDeps();
  return { deps, call: await admitCall(deps, request.headers.get("authorization")) };
}

/** Knows the caller by the key, and counts the call. */
export async function admitCall(deps: Deps, authorization: string | null): Promise<Call> {
  const given = readKey(/^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? "");
  if (!given) return UNKNOWN;
  const { prisma, pool } = deps.database;
  const row = await prisma.apiKey.findUnique({ where: { id: given.id } });
  const isSame = timingSafeEqual(hashOf(given.secret), row?.hash ?? NOTHING);
  if (!row || !isSame || row.revokedAt !== null) return UNKNOWN;
  const { shopId, id, name } = row;
  const shop = await shopOf(deps, shopId);
  if (!isInstalled(shop)) return UNKNOWN;
  const rate = [shopId, id, deps.now(), CALLS.most, CALLS.aSecond];
  if ((await pool.query(TAKE, rate)).rowCount === 0) {
    const { rows } = await pool.query<{ left: number }>(LEFT, rate);
    return { kind: "too_often", seconds: secondsToNextCall(rows[0]?.left ?? 0) };
  }
  const actor = { kind: "system", shopId, id, name: `API key ${name}` } as const;
  return { kind: "caller", caller: { actor, shop } };
}

const UNKNOWN = { kind: "unknown" } as const;
const NOTHING = new Uint8Array(32);

/** How many calls are left now: those that were, and what came back since. A clock that was set back brings none. */
const NOW_LEFT =
  "LEAST($4::float8, calls_left + $5::float8 * GREATEST(0, EXTRACT(EPOCH FROM $3::timestamptz - calls_at))::float8)";

const LEFT = `SELECT ${NOW_LEFT} AS left FROM api_key WHERE shop_id = $1 AND id = $2`;

const TAKE = `
  UPDATE api_key SET calls_left = ${NOW_LEFT} - 1, calls_at = GREATEST(calls_at, $3), last_used_at = $3
  WHERE shop_id = $1 AND id = $2 AND ${NOW_LEFT} >= 1`;
