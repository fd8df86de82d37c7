import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { planFieldChanges, storeFieldChanges } from "./change-fields.server.ts";
import { lockConventions } from "./convention-versions.server.ts";

/** Deletes a field of the shop's own. One that stood in the place of a built-in field gives the place back to it. */
export async function deleteField(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    await lockConventions(tx, shopId);
    const row = await tx.namingField.findUnique({ where: { shopId_id: { shopId, id } } });
    if (!row) {
      const message = "That field does not exist, or not any more.";
      return refuse({ kind: "not_found", message });
    }
    const changes = { put: [], remove: [id] };
    const plan = await planFieldChanges(tx, shopId, changes);
    if (!plan.ok) return refuse({ kind: "conflict", message: plan.message });
    await storeFieldChanges(deps, tx, actor, changes, plan);
    const subject = { kind: "field", id, name: `{${id}}` } as const;
    await recordAudit(tx, actor, deps.now(), "field.deleted", subject, {
      before: { label: row.label },
    });
    return done({ id });
  });
}
