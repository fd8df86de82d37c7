import type { Actor } from "#app/domain/access/actor.ts";
import { systemActor } from "#app/domain/access/actor.ts";
import { lookAtDiscounts } from "#app/infra/admin-api/documents/discounts.ts";
import { gidOf, numericId } from "#app/infra/admin-api/gid.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { DiscountMapping, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { adoptDiscount, type FreshDiscount } from "./adopt-discount.server.ts";
import { refreshTerms } from "./refresh-terms.server.ts";

type Job = { shopId: number; adoptionId: string };

/** Discounts looked at in one call before they are adopted. */
const PIECE = 50;
/** A job that runs for too long is taken for dead: it goes on as another. */
const LONGEST_MS = 5 * 60 * 1_000;

/** Makes campaigns of the chosen discounts, each in a transaction of its own: killed anywhere, it goes on with the next. */
export async function adoptDiscounts(deps: Deps, job: Job): Promise<void> {
  const ran = await ifUnlocked(deps.database.pool, `adopting:${job.shopId}`, () => run(deps, job));
  if (!ran) await deps.jobs.send("adopt-discounts", job, { afterSeconds: 5 });
}

async function run(deps: Deps, job: Job): Promise<void> {
  const shop = await shopOf(deps, job.shopId);
  const until = deps.now().getTime() + LONGEST_MS;
  for (;;) {
    const chosen = await deps.database.prisma.discountMapping.findMany({
      where: { shopId: shop.id, chosenAt: { not: null }, refused: null },
      orderBy: { discountId: "asc" },
      take: PIECE,
    });
    if (chosen.length === 0) return;
    await adoptPiece(deps, shop, job.adoptionId, chosen);
    // The checkout learns of them all at once.
    await deps.jobs.send("publish-guard", { shopId: shop.id });
    if (deps.now().getTime() > until) return deps.jobs.send("adopt-discounts", job);
  }
}

async function adoptPiece(
  deps: Deps,
  shop: Shop,
  adoptionId: string,
  chosen: readonly DiscountMapping[],
): Promise<void> {
  const fresh = await lookAt(deps, shop, chosen);
  for (const mapping of chosen) {
    const now = fresh.get(String(mapping.discountId)) ?? null;
    const refused = await adoptDiscount(deps, shop, actorOf(shop.id, mapping), mapping, now);
    await deps.database.pool.query(COUNT, [shop.id, adoptionId, mapping.discountId, refused]);
  }
}

/** How they stand in Shopify now; what was changed since it was read is read again. Those that are gone are missing. */
async function lookAt(
  deps: Deps,
  shop: Shop,
  chosen: readonly DiscountMapping[],
): Promise<Map<string, FreshDiscount>> {
  const api = deps.adminApi(shop.domain, { lane: "batch" });
  const ids = chosen.map(({ discountId }) => gidOf("DiscountCodeNode", discountId));
  const { nodes } = await api.run(lookAtDiscounts, { ids });
  const fresh = new Map<string, FreshDiscount>();
  for (const node of nodes) {
    if (!node || !("codeDiscount" in node) || !("updatedAt" in node.codeDiscount)) continue;
    const { updatedAt, codesCount } = node.codeDiscount;
    const id = numericId(node.id);
    await refreshTerms(deps, api, shop, id, new Date(updatedAt));
    fresh.set(id, { codes: codesCount?.count ?? null });
  }
  return fresh;
}

function actorOf(shopId: number, { chosenBy }: DiscountMapping): Actor {
  const actor = chosenBy as Actor | null;
  return actor?.shopId === shopId ? actor : systemActor(shopId, "adoption");
}

/** A mapping that was refused keeps the reason; the others are gone with their transaction. Counted once each. */
const COUNT = `
  WITH refused AS (
    UPDATE discount_mapping SET refused = $4::text, chosen_at = NULL
    WHERE shop_id = $1 AND discount_id = $3 AND $4::text IS NOT NULL
  )
  UPDATE adoption SET refused = refused + CASE WHEN $4::text IS NULL THEN 0 ELSE 1 END
  WHERE shop_id = $1 AND id = $2`;
