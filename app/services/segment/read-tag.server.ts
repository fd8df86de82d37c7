import { pagesOf } from "#app/infra/admin-api/all-nodes.server.ts";
import { readCustomers } from "#app/infra/admin-api/documents/customers.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { setMembership } from "./set-membership.server.ts";

/** Learns which customers have a tag now, page by page. Those who get or lose it later come by webhook. */
export async function readTag(
  deps: Deps,
  { shopId, membership }: { shopId: number; membership: string },
): Promise<void> {
  const api = deps.adminApi((await shopOf(deps, shopId)).domain, { lane: "batch" });
  const tag = membership.slice(1).replaceAll(/["\\]/g, "\\$&");
  const pages = pagesOf(
    api,
    readCustomers,
    { search: `tag:"${tag}"` },
    ({ customers }) => customers,
  );
  for await (const customers of pages) {
    await setMembership(deps.database.pool, {
      shopId,
      membership,
      customerIds: customers.map(({ id }) => numericId(id)),
      member: true,
      now: deps.now(),
    });
  }
}
