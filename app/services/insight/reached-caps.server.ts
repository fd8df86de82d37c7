import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Campaigns that a cap has paused and that nobody has raised, resumed or ended since. */
export async function reachedCaps(
  deps: Deps,
  shopId: number,
  most: number,
): Promise<AttentionItem[]> {
  const rows = await deps.database.prisma.campaign.findMany({
    where: { shopId, wanted: "paused", capReached: { not: null } },
    orderBy: { updatedAt: "desc" },
    take: most,
  });
  return rows.map(({ id, name, currency, capReached, spendCapMinor, totalCap }) => {
    const cap = capReached === "spend" ? "spend" : "uses";
    const campaign = { id, name };
    const reached = cap === "spend" ? Number(spendCapMinor ?? 0) : (totalCap ?? 0);
    return { kind: "cap_reached", campaign, cap, most: reached, currency };
  });
}
