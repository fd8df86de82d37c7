import type { TermNames } from "#app/domain/campaign/summary.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** What limits are said with: the shop's seasons by their names, and its groups. */
export async function readLimitNames(
  { database: { prisma } }: Deps,
  shopId: number,
): Promise<{ seasons: { key: string; name: string }[]; names: TermNames }> {
  const [seasons, groups] = await Promise.all([
    prisma.season.findMany({ where: { shopId }, orderBy: { name: "asc" } }),
    prisma.campaignGroup.findMany({ where: { shopId } }),
  ]);
  return {
    seasons: seasons.map(({ key, name }) => ({ key, name })),
    names: {
      seasons: Object.fromEntries(seasons.map(({ key, name }) => [key, name])),
      groups: Object.fromEntries(groups.map(({ number, name }) => [String(number), name])),
      segments: {},
    },
  };
}
