import type { Campaign } from "#app/infra/db/generated/client.ts";
import { dimensionSetIds } from "#app/services/naming/dimension-sets.server.ts";
import type { BenchShop } from "../bench-deps.ts";

type Named = { number: number; name: string; dimensions?: Record<string, string> };

/** A campaign of unique codes, eight safe letters behind its name, that nothing syncs. */
export async function addUniqueCampaign(
  { deps, shop }: BenchShop,
  { number, name, dimensions = {} }: Named,
): Promise<Campaign> {
  const { prisma } = deps.database;
  const { id, version } = await prisma.convention.findFirstOrThrow({ where: { shopId: shop.id } });
  const [dimensionSetId = 0] = await dimensionSetIds(prisma, shop.id, [
    { conventionId: id, version, dimensions },
  ]);
  const now = deps.now();
  return prisma.campaign.create({
    data: {
      ...{ shopId: shop.id, id: deps.newId(), number, name, dimensionSetId, createdBy: "bench" },
      ...{ offerKind: "free_shipping", currency: "EUR", startsAt: now, guestPolicy: "match" },
      ...{ codeKind: "unique", codeCount: 0, codePrefix: `${name}-`, codeLength: 8 },
      ...{ codeAlphabet: "safe", codeCheck: false, wanted: "on", revision: 1 },
      ...{ syncState: "synced", createdAt: now, updatedAt: now },
    },
  });
}
