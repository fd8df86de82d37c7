import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** A campaign that ended is kept at the checkout this long, for checkouts that were open when it did. */
const AFTER_END_MS = 24 * 60 * 60 * 1_000;

/**
 * The campaigns whose codes may be typed, the newest first. `at`: those whose codes might have been then, by their terms
 * of now; one that staff ended since is among them.
 */
export async function activeCampaigns(
  deps: Deps,
  shopId: number,
  at: Date | null = null,
): Promise<Campaign[]> {
  const since = new Date((at ?? deps.now()).getTime() - AFTER_END_MS);
  const over = at ? await endedSince(deps, shopId, at) : [];
  return deps.database.prisma.campaign.findMany({
    where: {
      shopId,
      ...(at ? { createdAt: { lte: at } } : {}),
      AND: [
        { OR: [{ wanted: { not: "ended" } }, { id: { in: over } }] },
        { OR: [{ endsAt: null }, { endsAt: { gt: since } }] },
      ],
    },
    orderBy: { number: "desc" },
  });
}

/** The campaigns that staff ended after an instant. */
async function endedSince(deps: Deps, shopId: number, at: Date): Promise<string[]> {
  const rows = await deps.database.prisma.auditEvent.findMany({
    where: { shopId, subjectKind: "campaign", action: "campaign.ended", at: { gt: at } },
    select: { subjectId: true },
  });
  return rows.map(({ subjectId }) => subjectId);
}
