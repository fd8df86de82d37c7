import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { IntakeSummary, OrdersReading } from "#app/domain/insight/intake.ts";
import { toldSince } from "#app/domain/insight/permission.ts";
import type { BookCheck } from "#app/domain/redemption/book-check.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { OrderReading } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";

const SHOWN = 50;

/** What waits to be worked off, what was set aside and why, how far past orders are read, and whether the books agree. */
export async function readIntake(deps: Deps, actor: Actor): Promise<Outcome<IntakeSummary>> {
  const { shopId } = actor;
  if (!can(actor, "audit.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("audit.view") });
  const { prisma, pool } = deps.database;
  const [counts, dead, reading, check, shop, told] = await Promise.all([
    pool.query<{ waiting: number; dead: number; toScore: number }>(COUNTS, [shopId]),
    pool.query<IntakeSummary["dead"][number]>(DEAD, [shopId, SHOWN]),
    prisma.orderReading.findUnique({ where: { shopId } }),
    prisma.bookCheck.findUnique({ where: { shopId } }),
    prisma.shop.findUniqueOrThrow({ where: { id: shopId } }),
    prisma.toldTopic.findMany({ where: { shopId } }),
  ]);
  const since = told.map((each) => ({ ...each, since: each.since.toISOString() }));
  return done({
    waiting: counts.rows[0]?.waiting ?? 0,
    toScore: counts.rows[0]?.toScore ?? 0,
    dead: dead.rows,
    deadTotal: counts.rows[0]?.dead ?? 0,
    reading: reading && readingOf(reading),
    check: check && {
      ...(check.result as BookCheck),
      checkedAt: check.checkedAt.toISOString(),
    },
    bodyDays: shop.bodyDays,
    permissions: { disputes: toldSince("disputes", since), merges: toldSince("merges", since) },
  });
}

function readingOf(row: OrderReading): OrdersReading {
  return {
    read: row.ordersRead,
    total: row.ordersTotal,
    healed: row.ordersHealed,
    since: row.since?.toISOString() ?? null,
    isFirst: row.comparedUntil === null,
    seesAll: row.seesAll,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    error: row.error,
  };
}

const COUNTS = `
  SELECT (SELECT count(*)::int FROM inbox_message WHERE shop_id = $1 AND state = 'new') AS waiting,
    (SELECT count(*)::int FROM inbox_message WHERE shop_id = $1 AND state = 'dead') AS dead,
    (SELECT count(*)::int FROM identity_order WHERE shop_id = $1 AND sequence IS NULL) AS "toScore"`;

const DEAD = `
  SELECT id::text, topic, ${instantSql("received_at")} AS "receivedAt",
    ${instantSql("processed_at")} AS "triedAt", attempts, COALESCE(error, '') AS reason, body <> '' AND NOT is_cut AS "isKept"
  FROM inbox_message WHERE shop_id = $1 AND state = 'dead' ORDER BY id DESC LIMIT $2`;
