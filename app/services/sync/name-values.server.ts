import type { Actor } from "#app/domain/access/actor.ts";
import { idsNamed, nameKey, type Names } from "#app/domain/discount/named.ts";
import type { Difference } from "#app/domain/discount/merge.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { nameChosen } from "../chosen/name-chosen.server.ts";
import { listSegments } from "../segment/list-segments.server.ts";

/**
 * What differing values refer to by id is called; without what Shopify does not say now. Mostly asks nothing. Whoever shows
 * it writes down that it names customers.
 */
export async function nameValues(
  deps: Deps,
  actor: Actor,
  fields: readonly Difference[],
): Promise<Names> {
  const { segment, ...ids } = idsNamed(fields);
  const names: Names = {};
  const chosen = await nameChosen(deps, actor, ids);
  if (chosen.ok)
    for (const { kind, id, name } of chosen.value.named) names[nameKey(kind, id)] = name;
  for (const { id, name } of await segments(deps, actor, segment))
    names[nameKey("segment", id)] = name;
  return names;
}

async function segments(deps: Deps, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const found = await deps.database.prisma.segment.findMany({
    where: { shopId: actor.shopId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  if (found.length === ids.length) return found;
  try {
    const listed = await listSegments(deps, actor);
    return listed.ok ? listed.value.filter(({ id }) => ids.includes(id)) : found;
  } catch (error) {
    // A page with a number in the place of a name is better than none.
    if (error instanceof AdminApiError) return found;
    throw error;
  }
}
