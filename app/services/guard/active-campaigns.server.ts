import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** A campaign that ended is kept at the checkout this long, for checkouts that were open when it did. */
const AFTER_END_MS = 24 * 60 * 60 * 1_000;

/** The campaigns whose codes may be typed, the newest first. */
export async function activeCampaigns(deps: Deps, shopId: number): Promise<Campaign[]> {
  const since = new Date(deps.now().getTime() - AFTER_END_MS);
  return deps.database.prisma.campaign.findMany({
    where: {
      shopId,
      wanted: { not: "ended" },
      OR: [{ endsAt: null }, { endsAt: { gt: since } }],
    },
    orderBy: { number: "desc" },
  });
}
