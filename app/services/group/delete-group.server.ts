import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { limitUsers } from "../campaign/limit-users.server.ts";

/** Deletes a group that no campaign is in any more. Its number is not given again. */
export async function deleteGroup(
  deps: Deps,
  actor: Actor,
  number: number,
): Promise<Outcome<{ number: number }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    const row = await tx.campaignGroup.findUnique({ where: { shopId_number: { shopId, number } } });
    if (!row)
      return refuse({ kind: "not_found", message: "That group does not exist in this shop." });
    const member = (await limitUsers(tx, shopId)).find(({ groups }) => groups.includes(number));
    if (member) {
      const message = `${member.name} is in this group. Take it out first, or end it.`;
      return refuse({ kind: "conflict", message });
    }
    await tx.campaignGroup.delete({ where: { shopId_number: { shopId, number } } });
    const subject = { kind: "group", id: String(number), name: row.name } as const;
    const before = { name: row.name };
    await recordAudit(tx, actor, deps.now(), "group.deleted", subject, { before });
    return done({ number });
  });
}
