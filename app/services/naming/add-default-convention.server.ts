import type { Deps } from "#app/infra/deps.server.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";

/** What a new shop starts with: SUMMER26_FREESHIP. */
const DEFAULT = { name: "Seasonal offer", pattern: "{season}{yy}_{offer}[_{channel}]" };

/** Gives a shop its first naming convention, unless it has one. */
export async function addDefaultConvention(
  deps: Deps,
  tx: Transaction,
  shopId: number,
): Promise<void> {
  if ((await tx.convention.count({ where: { shopId } })) > 0) return;
  await tx.convention.create({
    data: { shopId, id: deps.newId(), version: 1, ...DEFAULT, active: true, createdAt: deps.now() },
  });
}
