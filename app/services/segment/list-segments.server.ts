import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { pagesOf } from "#app/infra/admin-api/all-nodes.server.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { readSegments } from "#app/infra/admin-api/documents/customers.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";

/** More than this and a list is no way to choose. */
const MOST = 1_000;

/** The shop's customer segments by name, straight from Shopify; `id` is the number in Shopify's global id. */
export async function listSegments(
  deps: Deps,
  actor: Actor,
): Promise<Outcome<{ id: string; name: string }[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const api = deps.adminApi((await shopOf(deps, shopId)).domain);
  const found: { id: string; name: string }[] = [];
  for await (const page of pagesOf(api, readSegments, {}, ({ segments }) => segments)) {
    found.push(...page.map(({ id, name }) => ({ id: numericId(id), name })));
    if (found.length >= MOST) break;
  }
  return done(found.sort((a, b) => (a.name < b.name ? -1 : 1)));
}
