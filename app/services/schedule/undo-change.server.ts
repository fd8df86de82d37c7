import type { Actor } from "#app/domain/access/actor.ts";
import { undoOf } from "#app/domain/schedule/undo-of.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { carryOut } from "./carry-out.server.ts";
import { actionOf, factsIn } from "./change-row.server.ts";
import { loadFacts } from "./load-facts.server.ts";
import { withChange } from "./with-change.server.ts";

/** Takes a change back that was done, unless something else has become of the campaign since. */
export async function undoChange(
  deps: Deps,
  actor: Actor,
  asked: { campaignId: string; changeId: string },
): Promise<Outcome<{ id: string }>> {
  const now = deps.now();
  return withChange(deps, actor, asked, async ({ tx, campaign, change }) => {
    const { shopId, id } = change;
    if (change.state === "undone") return done({ id });
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
      where: { shopId_id: { shopId, id } },
      data: { state: "undone", undoneAt: now, undoneBy: actor.name },
    });
    return done({ id });
  });
}

function conflict(message: string) {
  return refuse({ kind: "conflict", message });
}
