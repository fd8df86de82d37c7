import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { DriftSummary } from "#app/domain/discount/drift.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Campaign, Drift } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { seenOf } from "./decide-drift.server.ts";
import { driftKindOf, driftStateOf, fieldsOf } from "./drift-row.server.ts";

const MOST = 50;
/** What was adopted longer ago was noticed, or nobody minds. */
const RECENT_MS = 14 * 24 * 60 * 60 * 1_000;

/**
 * Where campaigns and their discounts came apart, of one campaign or of all: first what a person has to decide, then
 * what was adopted lately and nobody has put away.
 */
export async function listDrift(
  deps: Deps,
  actor: Actor,
  { campaignId }: { campaignId?: string } = {},
): Promise<Outcome<DriftSummary[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  if (campaignId !== undefined && !isId(campaignId)) return done([]);
  const { prisma } = deps.database;
  const since = new Date(deps.now().getTime() - RECENT_MS);
  const rows = await prisma.drift.findMany({
    where: {
      shopId,
      ...(campaignId === undefined ? {} : { campaignId }),
      OR: [{ state: "open" }, { state: "adopted", decidedBy: null, foundAt: { gte: since } }],
    },
    orderBy: [{ state: "desc" }, { foundAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  if (rows.length === 0) return done([]);
  const campaigns = await prisma.campaign.findMany({
    where: { shopId, id: { in: rows.map((row) => row.campaignId) } },
    select: { id: true, name: true, currency: true },
  });
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  return done(
    rows.flatMap((row) => {
      const campaign = byId.get(row.campaignId);
      return campaign ? [summaryOf(row, campaign)] : [];
    }),
  );
}

function summaryOf(
  row: Drift,
  { id, name, currency }: Pick<Campaign, "id" | "name" | "currency">,
): DriftSummary {
  return {
    id: row.id,
    kind: driftKindOf(row),
    campaign: { id, name, currency },
    fields: fieldsOf(row),
    count: row.count,
    isConflict: row.isConflict,
    state: driftStateOf(row),
    foundAt: row.foundAt.toISOString(),
    foundBy: row.foundBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy,
    seen: seenOf(row),
  };
}
