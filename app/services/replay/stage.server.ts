import type { ReplayedCampaign } from "#app/domain/replay/read-promotions.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";

export type StagedCampaign = ReplayedCampaign & { id: string; dimensionSetId: number };

/** The shop of a replay and its campaigns, as they are in the database. */
export type Stage = { shop: Shop; campaigns: readonly StagedCampaign[] };
