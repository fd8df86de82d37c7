import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { isRole } from "#app/domain/access/role.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import type { Deps } from "#app/infra/deps.server.ts";

export type CaseChoices = {
  /** Who may be given a case. */
  reviewers: { id: string; name: string }[];
  campaigns: { id: string; name: string }[];
  kinds: SignalKind[];
};

/** What a list of cases can be filtered by: only what there is. */
export async function readCaseChoices(deps: Deps, actor: Actor): Promise<Outcome<CaseChoices>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { prisma, pool } = deps.database;
  const [staff, campaigns, kinds] = await Promise.all([
    prisma.staffMember.findMany({ where: { shopId }, orderBy: { name: "asc" } }),
    pool.query<{ id: string; name: string }>(CAMPAIGNS, [shopId]),
    pool.query<{ kind: SignalKind }>(KINDS, [shopId]),
  ]);
  const reviewers = staff.filter(({ role, id, name }) => {
    if (!isRole(role)) return false;
    return can({ kind: "staff", shopId, id: String(id), name, role }, "flag.decide", { shopId });
  });
  return done({
    reviewers: reviewers.map(({ id, name }) => ({ id: String(id), name })),
    campaigns: campaigns.rows,
    kinds: kinds.rows.map(({ kind }) => kind),
  });
}

/** Also what speaks for flags that are of another kind. */
const KINDS = `
  SELECT kind FROM flag WHERE shop_id = $1 AND case_id IS NOT NULL
  UNION SELECT s ->> 'name' FROM flag f CROSS JOIN jsonb_array_elements(f.signals) AS s
  WHERE f.shop_id = $1 AND f.case_id IS NOT NULL ORDER BY kind`;

const CAMPAIGNS = `
  SELECT c.id, c.name FROM campaign c WHERE c.shop_id = $1
    AND c.id IN (SELECT campaign_id FROM flag WHERE shop_id = $1 AND case_id IS NOT NULL)
  ORDER BY c.name LIMIT 200`;
