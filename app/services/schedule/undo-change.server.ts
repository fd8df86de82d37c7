import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { undoOf } from "#app/domain/schedule/undo-of.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { holdCampaign } from "../campaign/write-change.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { carryOut } from "./carry-out.server.ts";
import { actionOf, factsIn } from "./change-row.server.ts";
import { loadFacts } from "./load-facts.server.ts";

/** Takes a change back that was done, unless something else has become of the campaign since. */
export async function undoChange(
  deps: Deps,
  actor: Actor,
  { campaignId, changeId }: { campaignId: string; changeId: string },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(campaignId) || !isId(changeId)) return notFound();
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx, shopId, campaignId);
    const change = await tx.scheduledChange.findFirst({
      where: { shopId, id: changeId, campaignId },
    });
    if (!campaign || !change) return notFound();
    if (change.state === "undone") return done({ id: changeId });
    if (change.state !== "done")
      return conflict("This change was not done, so there is nothing to undo.");
    const action = actionOf(change);
    const was = { before: factsIn(change.before), after: factsIn(change.after) };
    const facts = await loadFacts(tx, campaign, [action]);
    const undo = undoOf(action, was, facts, now.toISOString());
    if (!undo.ok) return conflict(undo.message);
    const carried = await carryOut(deps, tx, actor, campaign, {
      ...{ action, before: was.after, after: undo.changed },
      ...{ audit: "change.undone", askedBy: actor.name },
    });
    if (!carried.ok) return conflict(carried.message);
    await tx.scheduledChange.update({
      where: { shopId_id: { shopId, id: changeId } },
      data: { state: "undone", undoneAt: now, undoneBy: actor.name },
    });
    return done({ id: changeId });
  });
}

function conflict(message: string) {
  return refuse({ kind: "conflict", message });
}

function notFound() {
  return refuse({ kind: "not_found", message: "That change does not exist in this shop." });
}
