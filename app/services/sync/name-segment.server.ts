import { systemActor } from "#app/domain/access/actor.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { listSegments } from "../segment/list-segments.server.ts";

/**
 * A segment that was taken over from Shopify comes as a number: learns what it is called and, for the checkout, who is
 * in it. One that no longer exists goes on without a name.
 */
export async function nameSegment(
  deps: Deps,
  { shopId, id, segmentId, segmentName }: Campaign,
): Promise<void> {
  if (segmentId === null || segmentName !== null) return;
  const listed = await listSegments(deps, systemActor(shopId, "sync"));
  const name = listed.ok ? listed.value.find((each) => each.id === segmentId)?.name : undefined;
  await deps.jobs.send("read-segment", { shopId, segmentId });
  await deps.database.prisma.campaign.updateMany({
    where: { shopId, id, segmentId },
    data: { segmentName: name ?? segmentId },
  });
}
