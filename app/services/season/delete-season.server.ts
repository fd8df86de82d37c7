import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { countsBySeason, limitUsers } from "../campaign/limit-users.server.ts";
import { seasonOf } from "./season-rows.server.ts";

/** Deletes a season that no campaign counts by any more. */
export async function deleteSeason(
  deps: Deps,
  actor: Actor,
  key: string,
): Promise<Outcome<{ key: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    const row = await tx.season.findUnique({ where: { shopId_key: { shopId, key } } });
    if (!row)
      return refuse({ kind: "not_found", message: "That season does not exist in this shop." });
    const users = await limitUsers(tx, shopId);
    const user = users.find(({ limits }) => countsBySeason(limits, key));
    if (user) {
      const message = `${user.name} has a limit by this season. Change its limit first, or end it.`;
      return refuse({ kind: "conflict", message });
    }
    await tx.season.delete({ where: { shopId_key: { shopId, key } } });
    const subject = { kind: "season", id: key, name: row.name } as const;
    const { key: _key, ...before } = seasonOf(row);
    await recordAudit(tx, actor, deps.now(), "season.deleted", subject, { before });
    return done({ key });
  });
}
