import type { TermNames } from "#app/domain/campaign/summary.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { segmentsIn } from "../segment/ask-memberships.server.ts";
import { eligibilityOf } from "./campaign-row.server.ts";

/** What the seasons, groups and segments of a campaign are called. */
export async function termNames(deps: Deps, row: Campaign): Promise<TermNames> {
  const { prisma } = deps.database;
  const { shopId } = row;
  const [seasons, groups, segments] = await Promise.all([
    prisma.season.findMany({ where: { shopId } }),
    prisma.campaignGroup.findMany({ where: { shopId } }),
    prisma.segment.findMany({ where: { shopId, id: { in: segmentsIn(eligibilityOf(row)) } } }),
  ]);
  return {
    seasons: Object.fromEntries(seasons.map(({ key, name }) => [key, name])),
    groups: Object.fromEntries(groups.map(({ number, name }) => [String(number), name])),
    segments: Object.fromEntries(segments.map(({ id, name }) => [id, name])),
  };
}
