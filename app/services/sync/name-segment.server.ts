import { systemActor } from "#app/domain/access/actor.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { nativeSegments } from "../campaign/campaign-row.server.ts";
import { listSegments } from "../segment/list-segments.server.ts";

/**
 * Segments that were taken over from Shopify come as numbers: learns what they are called and, for the checkout, who is
 * in them. One that no longer exists goes on without a name.
 */
export async function nameSegment(deps: Deps, campaign: Campaign): Promise<void> {
  const { shopId } = campaign;
  const ids = nativeSegments(campaign);
  if (ids.length === 0) return;
  const { prisma } = deps.database;
  const known = await prisma.segment.findMany({ where: { shopId, id: { in: [...ids] } } });
  const unnamed = ids.filter((id) => !known.some((segment) => segment.id === id));
  if (unnamed.length === 0) return;
  const listed = await listSegments(deps, systemActor(shopId, "sync"));
  for (const id of unnamed) {
    const name = listed.ok ? listed.value.find((each) => each.id === id)?.name : undefined;
    await deps.jobs.send("read-segment", { shopId, segmentId: id });
    await prisma.segment.upsert({
      where: { shopId_id: { shopId, id } },
      create: { shopId, id, name: name ?? id },
      update: {},
    });
  }
}
