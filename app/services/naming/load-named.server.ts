import type { Dimensions } from "#app/domain/naming/dimensions.ts";
import type { Db } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { loadConvention, type LoadedConvention } from "./load-convention.server.ts";

export type NamedBy = LoadedConvention & { dimensions: Dimensions };

/** The convention a campaign was named by, in the version of that time, and what its name says. */
export async function loadNamed(
  db: Db,
  { shopId, dimensionSetId }: Pick<Campaign, "shopId" | "dimensionSetId">,
): Promise<NamedBy | null> {
  const set = await db.dimensionSet.findFirst({ where: { shopId, id: dimensionSetId } });
  const loaded = set && (await loadConvention(db, shopId, set.conventionId, set.conventionVersion));
  return loaded && { ...loaded, dimensions: set.dimensions as Dimensions };
}
