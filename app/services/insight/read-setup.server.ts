import type { Dashboard } from "#app/domain/insight/dashboard.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The first steps in a new shop, ticked off from what is really there; none once all are done. */
export async function readSetup(deps: Deps, { id: shopId }: Shop): Promise<Dashboard["setup"]> {
  const { prisma } = deps.database;
  const [readings, conventions, campaigns, orders, staff] = await Promise.all([
    prisma.adoption.count({ where: { shopId, state: "read" } }),
    prisma.convention.count({ where: { shopId } }),
    prisma.campaign.count({ where: { shopId, syncState: "synced" } }),
    prisma.ledgerEntry.findFirst({
      where: { shopId, campaignId: { not: null } },
      select: { id: true },
    }),
    prisma.staffMember.count({ where: { shopId } }),
  ]);
  const setup: Dashboard["setup"] = [
    { step: "store", done: readings > 0 },
    { step: "convention", done: conventions > 0 },
    { step: "campaign", done: campaigns > 0 },
    { step: "order", done: orders !== null },
    { step: "team", done: staff > 1 },
  ];
  return setup.every(({ done }) => done) ? [] : setup;
}
