import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { RenameOverview } from "#app/domain/naming/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { loadRenamePlan } from "./load-rename-plan.server.ts";

/** What it takes to bring the campaigns of older versions of a convention to its newest. Reads only. */
export async function planRenames(
  deps: Deps,
  actor: Actor,
  conventionId: string,
): Promise<Outcome<RenameOverview>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const loaded = await loadRenamePlan(deps.database.prisma, shopId, conventionId, deps.now());
  if (!loaded) {
    const message = "That naming convention does not exist, or is retired.";
    return refuse({ kind: "not_found", message });
  }
  const { newest, rows, summary } = loaded;
  const { id, name, version, convention } = newest;
  return done({
    convention: { id, name, version, pattern: convention.text },
    summary,
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      version: row.version,
      uses: row.uses,
      step: row.step,
    })),
  });
}
