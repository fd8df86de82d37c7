import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { latestVersion, lockConventions } from "./convention-versions.server.ts";

/** Takes a convention out of use: nothing new is named by it, what it named keeps it. Saving it brings it back. */
export async function retireConvention(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    await lockConventions(tx, shopId);
    const latest = await latestVersion(tx, shopId, id);
    if (!latest)
      return refuse({ kind: "not_found", message: "That naming convention does not exist." });
    if (!latest.active)
      return refuse({ kind: "conflict", message: `“${latest.name}” is retired already.` });
    await tx.convention.updateMany({
      where: { shopId, id, active: true },
      data: { active: false },
    });
    const subject = { kind: "convention", id, name: latest.name } as const;
    await recordAudit(tx, actor, deps.now(), "convention.retired", subject);
    return done({ id });
  });
}
