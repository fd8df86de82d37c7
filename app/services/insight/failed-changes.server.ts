import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { actionOf } from "../schedule/change-row.server.ts";

/** One that nobody minded for so long is no news any more; it still stands in its campaign's schedule. */
const NEWS_MS = 14 * 24 * 60 * 60 * 1_000;

/** Scheduled changes that could not be done and that nobody has set aside. */
export async function failedChanges(
  deps: Deps,
  shopId: number,
  most: number,
): Promise<AttentionItem[]> {
  const { prisma } = deps.database;
  const since = new Date(deps.now().getTime() - NEWS_MS);
  const rows = await prisma.scheduledChange.findMany({
    where: { shopId, state: "failed", doneAt: { gt: since } },
    orderBy: { doneAt: "desc" },
    take: most,
  });
  const campaigns = await prisma.campaign.findMany({
    where: { shopId, id: { in: rows.map(({ campaignId }) => campaignId) } },
    select: { id: true, name: true },
  });
  return rows.flatMap((row): AttentionItem[] => {
    const campaign = campaigns.find(({ id }) => id === row.campaignId);
    if (!campaign) return [];
    const { kind } = actionOf(row);
    const told = { id: row.id, campaign, action: kind, dueAt: row.dueAt.toISOString() };
    return [{ kind: "change_failed", ...told, error: row.error ?? "" }];
  });
}
