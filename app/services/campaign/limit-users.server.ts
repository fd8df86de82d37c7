import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import type { Db } from "#app/infra/db/database.server.ts";
import { limitsOf } from "./campaign-row.server.ts";

type Named = { id: string; name: string; limits: CampaignLimit[]; groups: number[] };

/** The campaigns that have not ended, with what they count by. */
export async function limitUsers(db: Db, shopId: number): Promise<Named[]> {
  const rows = await db.campaign.findMany({
    where: { shopId, wanted: { not: "ended" } },
    select: { id: true, name: true, limits: true, groups: true },
    orderBy: { name: "asc" },
  });
  return rows.map((row) => ({ ...row, limits: limitsOf(row) }));
}

/** Whether one of these limits is by the season with this key. */
export const countsBySeason = (limits: readonly CampaignLimit[], key: string): boolean =>
  limits.some(
    ({ window }) => typeof window === "object" && window.kind === "season" && window.season === key,
  );
