import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { Chosen, ChosenIds, ChosenKind } from "#app/domain/campaign/chosen.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { adminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { nameChosen as nameChosenQuery } from "#app/infra/admin-api/documents/discounts.ts";
import { gidOf, numericId } from "#app/infra/admin-api/gid.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAccess } from "../compliance/record-access.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";

/** Shopify's bound for a list in a call. */
const IDS_A_CALL = 250;

const TYPES = {
  product: "Product",
  variant: "ProductVariant",
  collection: "Collection",
  customer: "Customer",
} as const satisfies Record<ChosenKind, string>;

export type Named = { named: Chosen[]; isComplete: boolean };

/**
 * What products, variants, collections and customers are called, for a page that shows it: that customers' names were shown
 * is written down.
 * @param besides customers the same page names already, by id
 */
export async function showChosen(
  deps: Deps,
  actor: Actor,
  ids: ChosenIds,
  besides: Iterable<string> = [],
): Promise<Outcome<Named>> {
  const answer = await nameChosen(deps, actor, ids);
  if (!answer.ok) return answer;
  const customers = answer.value.named.filter(({ kind }) => kind === "customer");
  const shown = new Set([...besides, ...customers.map(({ id }) => id)]);
  await recordAccess(deps, actor, "customers.named", shown.size);
  return answer;
}

/**
 * What products, variants, collections and customers are called. Those that are gone are left out; `isComplete` is
 * false when Shopify could not be asked now, because a page can be shown without names. Whoever shows customers' names by it
 * writes that down.
 */
export async function nameChosen(
  deps: Deps,
  actor: Actor,
  ids: ChosenIds,
): Promise<Outcome<Named>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const all = Object.entries(TYPES).flatMap(([kind, type]) =>
    ids[kind as ChosenKind].map((id) => gidOf(type, id)),
  );
  if (all.length === 0) return done({ named: [], isComplete: true });
  const api = deps.adminApi((await shopOf(deps, shopId)).domain);
  const named: Chosen[] = [];
  try {
    for (let at = 0; at < all.length; at += IDS_A_CALL) {
      const { nodes } = await api.run(nameChosenQuery, { ids: all.slice(at, at + IDS_A_CALL) });
      named.push(...nodes.flatMap((node) => (node ? (chosenOf(node) ?? []) : [])));
    }
    return done({ named, isComplete: true });
  } catch (error) {
    const { kind } = adminApiError(error);
    if (kind === "throttled" || kind === "unavailable") return done({ named, isComplete: false });
    throw error;
  }
}

type Node = { id: string; title?: string; displayName?: string; product?: { id: string } };

function chosenOf({ id: gid, title, displayName, product }: Node): Chosen | null {
  const kind = (Object.keys(TYPES) as ChosenKind[]).find((each) =>
    gid.startsWith(gidOf(TYPES[each], "")),
  );
  if (!kind) return null;
  const id = numericId(gid);
  // A shop may keep its customers' names from apps.
  const name = title ?? (displayName || `Customer ${id}`);
  return { kind, id, name, ...(product ? { productId: numericId(product.id) } : {}) };
}
