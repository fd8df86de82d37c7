import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { IssuedChannel, IssuedSummary } from "#app/domain/issuance/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** To whom a campaign was issued, counted by channel: nobody by name. */
export async function readIssued(
  deps: Deps,
  actor: Actor,
  campaignId: string,
): Promise<Outcome<IssuedSummary>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma, pool } = deps.database;
  const row = isId(campaignId)
    ? await prisma.campaign.findUnique({ where: { shopId_id: { shopId, id: campaignId } } })
    : null;
  if (!row)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const { rows } = await pool.query<Counted>(COUNTED, [shopId, campaignId]);
  const all = rows.find(({ channel }) => channel === null);
  return done({
    campaign: { id: row.id, name: row.name, issuedOnly: row.issuedOnly },
    people: all?.people ?? 0,
    known: row.issuedOnly ? await knownPeople(deps, shopId, campaignId) : null,
    redeemers: all?.redeemers ?? 0,
    channels: rows.flatMap(({ channel, first, last, ...counts }) =>
      channel === null
        ? []
        : [{ channel, ...counts, first: first.toISOString(), last: last.toISOString() }],
    ),
  });
}

type Counted = Pick<IssuedChannel, "people" | "redeemers"> & {
  channel: string | null;
  first: Date;
  last: Date;
};

/** The accounts of people come first, then their orders, then the ledger. The row without a channel is of all. */
const COUNTED = `
  WITH issued AS (
    SELECT i.channel, i.at, COALESCE(p.root_id, p.id) AS root
    FROM issuance i JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
    WHERE i.shop_id = $1 AND i.campaign_id = $2
  ), redeemed AS (
    SELECT DISTINCT COALESCE(p.root_id, p.id) AS root
    FROM ledger_entry l
    JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
    JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
    WHERE l.shop_id = $1 AND l.campaign_id = $2 AND l.redemptions > 0
  )
  SELECT i.channel, count(DISTINCT i.root)::int AS people, count(DISTINCT r.root)::int AS redeemers,
    min(i.at) AS first, max(i.at) AS last
  FROM issued i LEFT JOIN redeemed r ON r.root = i.root
  GROUP BY GROUPING SETS ((i.channel), ()) HAVING count(*) > 0
  ORDER BY people DESC, i.channel`;

async function knownPeople(
  { database }: Deps,
  shopId: number,
  campaignId: string,
): Promise<number> {
  const { rows } = await database.pool.query<{ people: number }>(KNOWN, [shopId, campaignId]);
  return rows[0]?.people ?? 0;
}

/** Those with an account whose standing was written since it last changed. */
const KNOWN = `
  WITH issued AS (
    SELECT DISTINCT COALESCE(p.root_id, p.id) AS root
    FROM issuance i JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
    WHERE i.shop_id = $1 AND i.campaign_id = $2
  )
  SELECT count(DISTINCT i.root)::int AS people
  FROM standing s
  JOIN person p ON p.shop_id = s.shop_id AND p.id = s.person_id
  JOIN issued i ON i.root = COALESCE(p.root_id, p.id)
  WHERE s.shop_id = $1 AND s.written_at IS NOT NULL AND s.dirty_since IS NULL`;
