import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { lockConventions } from "./convention-versions.server.ts";
import { dimensionSetIds } from "./dimension-sets.server.ts";
import { loadRenamePlan } from "./load-rename-plan.server.ts";

/** A campaign may have a million codes, each of which points to what its name says. */
const TIMEOUT_MS = 120_000;

/**
 * Reads the campaigns whose names fit the newest version of a convention by that version: reports then know the parts
 * it has. No name and no code changes.
 */
export async function relabelCampaigns(
  deps: Deps,
  actor: Actor,
  conventionId: string,
): Promise<Outcome<{ count: number }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  return deps.database.prisma.$transaction(
    async (tx) => {
      await lockConventions(tx, shopId);
      const loaded = await loadRenamePlan(tx, shopId, conventionId, deps.now());
      if (!loaded) {
        const message = "That naming convention does not exist, or is retired.";
        return refuse({ kind: "not_found", message });
      }
      const { newest, rows } = loaded;
      const { id, version } = newest;
      const fitting = rows.flatMap((row) =>
        row.step.kind === "fits" ? [{ row, dimensions: row.step.dimensions }] : [],
      );
      const sets = await dimensionSetIds(
        tx,
        shopId,
        fitting.map(({ dimensions }) => ({ conventionId: id, version, dimensions })),
      );
      for (const [index, { row, dimensions }] of fitting.entries()) {
        const dimensionSetId = sets[index];
        if (dimensionSetId === undefined) throw new Error(`No dimensions for ${row.name}`);
        await tx.campaign.update({
          where: { shopId_id: { shopId, id: row.id } },
          data: { dimensionSetId },
        });
        await tx.code.updateMany({
          where: { shopId, campaignId: row.id, dimensionSetId: row.setId },
          data: { dimensionSetId },
        });
        const subject = { kind: "campaign", id: row.id, name: row.name } as const;
        await recordAudit(tx, actor, deps.now(), "campaign.relabelled", subject, {
          before: { version: row.version, dimensions: row.dimensions },
          after: { version, dimensions },
        });
      }
      return done({ count: fitting.length });
    },
    { timeout: TIMEOUT_MS },
  );
}
