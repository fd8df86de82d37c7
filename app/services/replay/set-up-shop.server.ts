import { codeKey } from "#app/domain/code/code-key.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { dimensionSetIds, type DimensionSetKey } from "../naming/dimension-sets.server.ts";
import { ensureShop } from "../shop/ensure-shop.server.ts";
import { assignCodes } from "./assign-codes.server.ts";
import type { ReplayConfig } from "./read-config.server.ts";
import type { Stage, StagedCampaign } from "./stage.server.ts";

/**
 * Everybody may know it: the database is thrown away. Words that resemble each other do so a little more or less by the key
 * they are encoded under, so that another one would score the same files otherwise.
 */
const IDENTITY_KEY = new Uint8Array(32).fill(1);

/** Makes the shop and the campaigns of a replay, with the codes they list. */
export async function setUpShop(deps: Deps, config: ReplayConfig): Promise<Stage> {
  const { id } = await ensureShop(deps, "replay.myshopify.com");
  return deps.database.prisma.$transaction(
    async (tx) => {
      const shop = await tx.shop.update({
        where: { id },
        data: {
          timeZone: config.zone.name,
          currency: config.currency,
          identityKey: IDENTITY_KEY,
        },
      });
      const sets = await nameSets(deps, tx, shop, config);
      const ids = await dimensionSetIds(tx, id, sets);
      const campaigns = config.campaigns.map((campaign, at) => ({
        ...campaign,
        id: deps.newId(),
        dimensionSetId: ids[at] ?? 0,
      }));
      const now = deps.now();
      await tx.campaign.createMany({
        data: campaigns.map((campaign, at) => rowOf(shop, campaign, at + 1, now)),
      });
      for (const campaign of campaigns) {
        const codes = campaign.codes.map((code) => ({ campaign, code, key: codeKey(code) }));
        await assignCodes(tx, id, codes, now);
      }
      return { shop, campaigns };
    },
    { timeout: 300_000 },
  );
}

/** What each campaign's key says, by the first convention that reads it; nothing by one that is none, where no one does. */
async function nameSets(
  deps: Deps,
  tx: Transaction,
  { id: shopId }: Shop,
  { conventions, campaigns }: ReplayConfig,
): Promise<DimensionSetKey[]> {
  const version = 1;
  const named = conventions.map((convention) => ({ id: deps.newId(), convention }));
  await tx.convention.createMany({
    data: named.map(({ id, convention: { text } }) => ({
      ...{ shopId, id, version, name: text, pattern: text, active: true },
      createdAt: deps.now(),
    })),
  });
  const none = deps.newId();
  return campaigns.map(({ key }) => {
    for (const { id, convention } of named) {
      const read = readName(convention, key);
      if (read.ok) return { conventionId: id, version, dimensions: read.dimensions };
    }
    return { conventionId: none, version, dimensions: {} };
  });
}

/** As the form would make it, but that nobody says what it takes off: the orders do. */
function rowOf(shop: Shop, campaign: StagedCampaign, number: number, now: Date) {
  const { id, key, dimensionSetId, from, until, limits, householdLimit, frees, codes } = campaign;
  const { issuedOnly, isPrivate } = campaign;
  return {
    shopId: shop.id,
    ...{ id, number, name: key, dimensionSetId, householdLimit, issuedOnly, isPrivate },
    offerKind: "percentage",
    currency: shop.currency,
    startsAt: from,
    endsAt: until,
    limits: [...limits],
    guestPolicy: "match",
    codeKind: "list",
    codeCount: codes.length,
    freesOnCancel: frees.cancel,
    freesOnFullRefund: frees.fullRefund,
    ...{ freesOnPartialRefund: false, freesOnChargeback: false, freesOnExpiry: false },
    wanted: "on",
    revision: 1,
    syncedRevision: 1,
    syncState: "synced",
    createdAt: now,
    updatedAt: now,
    createdBy: "replay",
  };
}
