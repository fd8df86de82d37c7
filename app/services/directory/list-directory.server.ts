import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CodeOwner, Directory } from "#app/domain/directory/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";

/** Whom orders are compared with, as far as it can be told without an address. */
export async function listDirectory(deps: Deps, actor: Actor): Promise<Outcome<Directory>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma, pool } = deps.database;
  const [staff, campaigns, owners] = await Promise.all([
    prisma.listedPerson.count({ where: { shopId, role: "staff" } }),
    prisma.campaign.findMany({
      where: { shopId, OR: [{ wanted: { not: "ended" } }, { staffOnly: true }] },
      select: { id: true, name: true, staffOnly: true },
      orderBy: { name: "asc" },
    }),
    pool.query<CodeOwner>(OWNERS, [shopId]),
  ]);
  const named = (of: typeof campaigns) => of.map(({ id, name }) => ({ id, name }));
  return done({
    staff,
    staffCampaigns: named(campaigns.filter(({ staffOnly }) => staffOnly)),
    owners: owners.rows,
    campaigns: named(campaigns),
  });
}

const OWNERS = `
  SELECT l.id, COALESCE(c.name, 'A deleted campaign') AS campaign, COALESCE(k.code, l.code_key) AS code,
    l.created_by AS by, ${instantSql("l.created_at")} AS at
  FROM listed_person l
  LEFT JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id
  LEFT JOIN LATERAL (
    SELECT code FROM code k WHERE k.shop_id = l.shop_id AND k.campaign_id = l.campaign_id AND k.code_key = l.code_key LIMIT 1
  ) k ON true
  WHERE l.shop_id = $1 AND l.role = 'owner' ORDER BY c.name, l.code_key NULLS FIRST, l.created_at, l.id`;
