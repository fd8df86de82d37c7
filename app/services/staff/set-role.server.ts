import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { isRole } from "#app/domain/access/role.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Gives a member of staff a role. The owner stays admin, and nobody takes the role from themselves. */
export async function setRole(
  deps: Deps,
  actor: Actor,
  staffId: string,
  role: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "staff.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("staff.manage") });
  if (!isRole(role))
    return invalid({ field: "role", message: "Choose one of the roles in the list." });
  if (!/^\d{1,18}$/.test(staffId)) return notFound();
  const key = { shopId_id: { shopId, id: BigInt(staffId) } };
  return deps.database.prisma.$transaction(async (tx) => {
    const member = await tx.staffMember.findUnique({ where: key });
    if (!member) return notFound();
    if (member.accountOwner)
      return invalid({ field: "role", message: "The shop's owner is always an admin." });
    if (actor.id === staffId) {
      return invalid({ field: "role", message: "Ask another admin to change your own role." });
    }
    if (member.role === role) return done({ id: staffId });
    await tx.staffMember.update({ where: key, data: { role } });
    const subject = { kind: "staff", id: staffId, name: member.name } as const;
    await recordAudit(tx, actor, deps.now(), "staff.role_set", subject, {
      before: { role: member.role },
      after: { role },
    });
    return done({ id: staffId });
  });
}

function notFound() {
  return refuse({
    kind: "not_found",
    message: "That person has not opened Bonafide in this shop.",
  });
}
