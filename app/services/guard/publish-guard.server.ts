import { createHash } from "node:crypto";

import {
  GUESTS_KEYS,
  METAFIELD_NAMESPACE,
  METAFIELD_TYPE,
  RULES_KEYS,
} from "#app/domain/policy/metafields.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { createGuard, findGuard, setMetafields } from "#app/infra/admin-api/documents/guard.ts";
import { withLock } from "#app/infra/db/lock.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { assertNoUserErrors, describeFailure, SyncFailure } from "../sync/sync-failure.server.ts";
import { composeGuard } from "./compose-guard.server.ts";

/** The one automatic discount our function stands behind. Shopify lets only an automatic discount reject codes. */
const TITLE = "Bonafide guard";
const FUNCTION_HANDLE = "bonus-guard";

/**
 * Writes what the checkout function reads of the whole shop: the campaigns' rules and the digests of guests at a limit.
 * Only what differs from what was written last goes out. What went wrong stands on the shop's row until it is mended.
 */
export async function publishGuard(deps: Deps, { shopId }: { shopId: number }): Promise<void> {
  await withLock(deps.database.pool, `guard:${shopId}`, async () => {
    const shop = await shopOf(deps, shopId);
    if (!isInstalled(shop)) return;
    try {
      await publish(deps, shop);
      if (shop.guardError !== null) await noteError(deps, shopId, null);
    } catch (error) {
      await noteError(deps, shopId, describeFailure(error).message);
      throw error;
    }
  });
}

async function noteError(deps: Deps, shopId: number, guardError: string | null): Promise<void> {
  await deps.database.prisma.shop.update({ where: { id: shopId }, data: { guardError } });
}

async function publish(deps: Deps, shop: Shop): Promise<void> {
  const api = deps.adminApi(shop.domain);
  const { rules, guests, held, today } = await composeGuard(deps, shop);
  const values = new Map<string, string>();
  RULES_KEYS.forEach((key, shard) => values.set(key, rules[shard] ?? ""));
  GUESTS_KEYS.forEach((key, shard) => values.set(key, guests[shard] ?? ""));
  const written = writtenOf(shop);
  const changed = [...values].filter(
    ([key, value]) => value && written[key] !== fingerprint(value),
  );
  const isStale = changed.length > 0 || shop.guardDiscountId === null;
  if (isStale) {
    const ownerId = shop.guardDiscountId ?? (await ensureGuard(deps, api, shop.id));
    await write(deps, api, ownerId, changed, shop.id);
  }
  const prints = [...values].map(([key, value]) => [key, fingerprint(value)] as const);
  await deps.database.prisma.shop.update({
    where: { id: shop.id },
    data: {
      guardHeld: held,
      guardDay: new Date(today),
      ...(isStale ? { guardWritten: Object.fromEntries(prints), guardWrittenAt: deps.now() } : {}),
    },
  });
}

function writtenOf(shop: Shop): Record<string, unknown> {
  const { guardWritten } = shop;
  return guardWritten && typeof guardWritten === "object" && !Array.isArray(guardWritten)
    ? guardWritten
    : {};
}

function fingerprint(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}

/** The guard's discount; found by its title when it was made but its answer was lost. */
async function ensureGuard(deps: Deps, api: AdminApi, shopId: number): Promise<string> {
  const { discountNodes } = await api.run(findGuard, {});
  const there = discountNodes.nodes.find(
    ({ discount }) =>
      "title" in discount && discount.title === TITLE && discount.status === "ACTIVE",
  );
  const guardDiscountId = there?.id ?? (await makeGuard(deps, api));
  await deps.database.prisma.shop.update({ where: { id: shopId }, data: { guardDiscountId } });
  return guardDiscountId;
}

async function makeGuard(deps: Deps, api: AdminApi): Promise<string> {
  const { discountAutomaticAppCreate: result } = await api.run(createGuard, {
    input: {
      title: TITLE,
      functionHandle: FUNCTION_HANDLE,
      discountClasses: ["PRODUCT", "ORDER", "SHIPPING"],
      combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true },
      startsAt: deps.now().toISOString(),
    },
  });
  assertNoUserErrors(result?.userErrors, "put up the checkout guard");
  if (!result?.automaticAppDiscount)
    throw new SyncFailure("Shopify put up no guard and gave no reason. Try again.");
  return result.automaticAppDiscount.discountId;
}

async function write(
  deps: Deps,
  api: AdminApi,
  ownerId: string,
  values: readonly (readonly [string, string])[],
  shopId: number,
): Promise<void> {
  if (values.length === 0) return;
  const metafields = values.map(([key, value]) => ({
    ownerId,
    namespace: METAFIELD_NAMESPACE,
    key,
    type: METAFIELD_TYPE,
    value,
  }));
  const { metafieldsSet } = await api.run(setMetafields, { metafields });
  const gone = metafieldsSet?.userErrors.some(({ message }) =>
    /owner.*(not|n't) exist|does not exist/i.test(message),
  );
  if (gone) {
    // Someone deleted the guard in Shopify: forget it, so that the next try (at once, by the queue) puts it up again.
    await deps.database.prisma.shop.update({
      where: { id: shopId },
      data: { guardDiscountId: null, guardWritten: {} },
    });
    throw new AdminApiError("unavailable", "The checkout guard was deleted in Shopify.");
  }
  assertNoUserErrors(metafieldsSet?.userErrors, "write the limits for the checkout");
}
