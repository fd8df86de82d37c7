import { pagesOf } from "#app/infra/admin-api/all-nodes.server.ts";
import { readSegmentMembers } from "#app/infra/admin-api/documents/customers.ts";
import { gidOf, numericId } from "#app/infra/admin-api/gid.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { setMembership } from "./set-membership.server.ts";

/** Learns who is in a segment now, page by page. Those who join or leave later come by webhook. */
export async function readSegment(
  deps: Deps,
  job: { shopId: number; segmentId: string },
): Promise<void> {
  const { shopId, segmentId } = job;
  const api = deps.adminApi((await shopOf(deps, shopId)).domain);
  const variables = { segmentId: gidOf("Segment", segmentId) };
  const pages = pagesOf(api, readSegmentMembers, variables, ({ customerSegmentMembers }) => ({
    nodes: customerSegmentMembers.edges.map(({ node }) => numericId(node.id)),
    pageInfo: customerSegmentMembers.pageInfo,
  }));
  for await (const customerIds of pages) {
    await setMembership(deps.database.pool, {
      shopId,
      membership: segmentId,
      customerIds,
      member: true,
      now: deps.now(),
    });
  }
}
