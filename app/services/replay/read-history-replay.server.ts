import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type {
  HistoryPage,
  HistoryReplaySummary,
  HistoryResult,
  HistoryState,
} from "#app/domain/replay/history.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { HistoryReplay } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { limitsOf } from "../campaign/campaign-row.server.ts";
import { readLimitNames } from "./read-limit-names.server.ts";
import { triedLimitsOf } from "./tried-limits-of.server.ts";

/** The page of “What would this have done?”. */
export async function readHistoryReplay(deps: Deps, actor: Actor): Promise<Outcome<HistoryPage>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma, pool } = deps.database;
  const [used, { seasons, names }, last] = await Promise.all([
    pool.query<{ id: string; name: string }>(CAMPAIGNS, [shopId, CHOICES]),
    readLimitNames(deps, shopId),
    prisma.historyReplay.findFirst({
      where: { shopId },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    }),
  ]);
  return done({
    ...{ campaigns: used.rows, seasons, names },
    last: last && (await summaryOf(deps, last)),
  });
}

const CHOICES = 500;

const CAMPAIGNS = `
  SELECT c.id, c.name FROM campaign c
  LEFT JOIN LATERAL (
    SELECT sum(r.redemptions) AS redemptions FROM rollup r
    WHERE r.shop_id = c.shop_id AND r.grain = 'campaign' AND r.key = c.id::text
  ) r ON true
  WHERE c.shop_id = $1 ORDER BY COALESCE(r.redemptions, 0) DESC, c.number DESC LIMIT $2`;

async function summaryOf(deps: Deps, row: HistoryReplay): Promise<HistoryReplaySummary | null> {
  const { shopId, campaignId } = row;
  const campaign = await deps.database.prisma.campaign.findUnique({
    where: { shopId_id: { shopId, id: campaignId } },
  });
  if (!campaign) return null;
  return {
    id: row.id,
    campaign: { id: campaign.id, name: campaign.name },
    limits: triedLimitsOf(row),
    limitsNow: limitsOf(campaign),
    state: stateOf(row),
    done: row.done,
    total: row.total,
    result: row.result as HistoryResult | null,
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
  };
}

function stateOf({ state }: HistoryReplay): HistoryState {
  return state === "done" || state === "failed" || state === "cancelled" ? state : "running";
}
