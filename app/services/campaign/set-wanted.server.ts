import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { AuditAction } from "#app/domain/audit/event.ts";
import { CAP_REACHED } from "#app/domain/campaign/budget.ts";
import type { Wanted } from "#app/domain/campaign/status.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { capInTheWay } from "./campaign-budget.server.ts";
import { holdCampaign, writeChange } from "./write-change.server.ts";

const ACTION: Record<Wanted, AuditAction> = {
  on: "campaign.resumed",
  paused: "campaign.paused",
  ended: "campaign.ended",
};

/** Pauses, resumes or ends a campaign. Ending is for good: its codes stay in reports and can be used no more. */
export async function setWanted(
  deps: Deps,
  actor: Actor,
  id: string,
  wanted: Wanted,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(id)) return notFound();
  return deps.database.prisma.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx, shopId, id);
    if (!campaign) return notFound();
    if (campaign.wanted === wanted) return done({ id });
    if (campaign.wanted === "ended") {
      const message = "This campaign has ended. Duplicate it to run it again.";
      return refuse({ kind: "conflict", message });
    }
    const cap = wanted === "on" ? await capInTheWay(tx, campaign) : null;
    if (cap) return refuse({ kind: "conflict", message: CAP_REACHED[cap] });
    await writeChange(deps, tx, actor, campaign, {
      columns: { wanted, capReached: null },
      askedBy: actor.name,
      audit: ACTION[wanted],
      before: { wanted: campaign.wanted },
      after: { wanted },
    });
    return done({ id });
  });
}

function notFound() {
  return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
}
