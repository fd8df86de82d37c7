import { can, whyNot } from "#app/domain/access/can.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { isRole } from "#app/domain/access/role.ts";
import type { StaffSummary } from "#app/domain/access/staff.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Everyone who has opened Bonafide in this shop, the owner first, then by name. */
export async function listStaff(deps: Deps, actor: Actor): Promise<Outcome<StaffSummary[]>> {
  const { shopId } = actor;
  if (!can(actor, "staff.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("staff.view") });
  const rows = await deps.database.prisma.staffMember.findMany({
    where: { shopId },
    orderBy: [{ accountOwner: "desc" }, { name: "asc" }, { id: "asc" }],
  });
  return done(
    rows.map((row) => ({
      id: String(row.id),
      name: row.name,
      email: row.email,
      role: isRole(row.role) ? row.role : "viewer",
      accountOwner: row.accountOwner,
      lastSeenAt: row.lastSeenAt.toISOString(),
    })),
  );
}
