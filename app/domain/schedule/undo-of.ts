import type { ActionKind, ScheduledAction } from "./action.ts";
import type { Applied } from "./apply-action.ts";
import { isAsLeft, type CampaignFacts, type ChangedFacts } from "./facts.ts";

/** What is said about undoing before an action is done. */
export const UNDO_WORDS: Record<ActionKind, string> = {
  start: "Can be undone until the time it was to start at.",
  pause: "Can be undone: the codes work again.",
  resume: "Can be undone: the codes stop working again.",
  extend: "Can be undone: the old end holds again, at once if it has passed.",
  raise_cap: "Can be undone as long as the uses stay within the old cap.",
  rotate:
    "Can be undone: the old code works again and the new one is refused. Whoever has seen the new one keeps it in mind.",
  end: "Cannot be undone once it is done: ending is for good. Until then it can be cancelled.",
  retire: "Cannot be undone once it is done: retiring is for good. Until then it can be cancelled.",
};

/**
 * What takes an action back that was done: the facts as they were, unless somebody changed them since, or shoppers
 * relied on them. A code once shown can be made to work again; one that became known cannot be unseen, only refused.
 */
export function undoOf(
  action: ScheduledAction,
  { before, after }: { before: ChangedFacts; after: ChangedFacts },
  facts: CampaignFacts,
  now: string,
): Applied {
  if (action.kind === "end" || action.kind === "retire")
    return no("Ending is for good. Duplicate the campaign to run it again.");
  if (facts.wanted === "ended") return no("The campaign has ended since.");
  if (!isAsLeft(facts, after))
    return no("It has been changed since, and undoing would take that back too.");
  switch (action.kind) {
    case "start":
      if ((before.startsAt ?? now) <= now)
        return no("It would have started by itself meanwhile. Pause it instead.");
      break;
    case "raise_cap":
      if (typeof before.cap === "number" && facts.uses > before.cap)
        return no("It was used more often meanwhile than the old cap allows.");
      break;
    case "rotate":
      if (facts.codes[action.codeId]?.state === "pending")
        return no("The new code is still on its way to Shopify. Try again in a moment.");
      break;
    case "pause":
    case "resume":
    case "extend":
      break;
  }
  return { ok: true, changed: before };
}

function no(message: string): Applied {
  return { ok: false, message };
}
