import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot, type Action } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** A campaign of the actor's shop, to do what is asked with it. */
export async function findCampaign(
  deps: Deps,
  actor: Actor,
  id: string,
  action: Action,
): Promise<Outcome<Campaign>> {
  const { shopId } = actor;
  if (!can(actor, action, { shopId }))
    return refuse({ kind: "forbidden", message: whyNot(action) });
  const row = isId(id)
    ? await deps.database.prisma.campaign.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  return row
    ? done(row)
    : refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
}
