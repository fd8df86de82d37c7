import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  CHECKOUTS_OF,
  countOf,
  type CheckoutLine,
  type CheckoutLines,
} from "#app/domain/checkout/checkout-list.ts";
import { readLongRange } from "#app/domain/insight/range.ts";
import { addDays } from "#app/domain/shared/days.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import type { AskedRange } from "../insight/read-report.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readTimeCursor, timePageOf } from "../time-cursor.server.ts";
import { countCheckouts } from "./count-checkouts.server.ts";

const PAGE = 50;

/** The checkouts at which a campaign's code was entered, all, those ordered or the others, newest first. */
export async function listCheckouts(
  deps: Deps,
  actor: Actor,
  campaignId: string,
  asked: { of: string; range: AskedRange; cursor: string | null },
): Promise<Outcome<CheckoutLines>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma, pool } = deps.database;
  const select = { id: true, name: true };
  const campaign = isId(campaignId)
    ? await prisma.campaign.findFirst({ where: { shopId, id: campaignId }, select })
    : null;
  if (!campaign)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const { timeZone } = await shopOf(deps, shopId);
  const zone = zoneOf(timeZone);
  const range = readLongRange(asked.range, zone.dayOf(deps.now()), 30);
  const of = CHECKOUTS_OF.find((one) => one === asked.of) ?? "open";
  const { ms, rest } = readTimeCursor(asked.cursor);
  const { rows } = await pool.query<CheckoutLine & { cursor: string }>(LINES, [
    ...[
      shopId,
      campaignId,
      of === "all" ? [true, false] : [of === "ordered"],
      zone.instantOf(`${range.from}T00:00`),
    ],
    ...[
      zone.instantOf(`${addDays(range.to, 1)}T00:00`),
      ms,
      /^[0-9a-f]{32}$/.test(rest) ? rest : "",
    ],
    PAGE + 1,
  ]);
  const [all = { checkouts: 0, ordered: 0 }] = await countCheckouts(deps, shopId, campaignId, [
    range,
  ]);
  const { rows: checkouts, next } = timePageOf(rows, PAGE);
  const count = countOf(of, all);
  return done({ campaign, of, range, count, checkouts, next });
}

/** $1 shop, $2 campaign, $3 whether they were ordered, or both, $4 and $5 instants, $6 and $7 the cursor, $8 how many. */
const LINES = `
  SELECT encode(token_hash, 'hex') AS key, ${instantSql("started_at")} AS "startedAt", c.is_ordered AS "isOrdered",
    ARRAY(SELECT k.code FROM code k WHERE k.shop_id = c.shop_id AND k.id = ANY (c.code_ids) ORDER BY k.code_key) AS codes,
    CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id::text, 'name', o.name) END AS order,
    floor(extract(epoch FROM started_at) * 1000)::bigint || '-0-' || encode(token_hash, 'hex') AS cursor
  FROM unnest($3::boolean[]) AS asked (is_ordered)
  CROSS JOIN LATERAL (
    SELECT * FROM checkout c
    WHERE c.shop_id = $1 AND c.campaign_id = $2 AND c.is_ordered = asked.is_ordered
      AND c.started_at >= $4 AND c.started_at < $5
      AND (c.started_at, c.token_hash) < (to_timestamp($6::bigint / 1000.0)::timestamptz(3), decode($7, 'hex'))
    ORDER BY c.started_at DESC, c.token_hash DESC LIMIT $8
  ) AS c LEFT JOIN shop_order o ON o.shop_id = c.shop_id AND o.id = c.order_id
  ORDER BY started_at DESC, token_hash DESC LIMIT $8`;
