import { CAP_REACHED } from "../campaign/budget.ts";
import type { ScheduledAction } from "./action.ts";
import type { CampaignFacts, ChangedFacts } from "./facts.ts";

export type Applied = { ok: true; changed: ChangedFacts } | { ok: false; message: string };

const OVER = "This campaign has ended. Duplicate it to run it again.";

/** What an action changes at a moment, or why it cannot be done then. `now` is ISO 8601 in UTC. */
export function applyAction(facts: CampaignFacts, action: ScheduledAction, now: string): Applied {
  if (facts.wanted === "ended") return no(OVER);
  switch (action.kind) {
    case "start":
      if (isOver(facts, now)) return no("Its end has passed. Extend it instead.");
      if (facts.wanted === "paused") return no("It is paused. Resume it instead.");
      if (facts.startsAt <= now) return no("It has started already.");
      return changes({ startsAt: now });
    case "pause":
      if (isOver(facts, now)) return no("Its end has passed, so there is nothing to pause.");
      return facts.wanted === "paused"
        ? no("It is paused already.")
        : changes({ wanted: "paused" });
    case "resume":
      if (facts.wanted !== "paused") return no("It is not paused.");
      return facts.capReached ? no(CAP_REACHED[facts.capReached]) : changes({ wanted: "on" });
    case "extend":
      return extend(facts, action.endsAt, now);
    case "raise_cap":
      return raiseCap(facts, action.cap);
    case "rotate":
      return rotate(facts, action);
    case "end":
      return changes({ wanted: "ended" });
    case "retire":
      return changes({ wanted: "ended", ...(facts.isMaking ? { isMaking: false } : {}) });
  }
}

function extend(facts: CampaignFacts, endsAt: string | null, now: string): Applied {
  if (facts.endsAt === null) return no("It has no end, so there is nothing to extend.");
  if (endsAt === null) return changes({ endsAt });
  if (endsAt <= now) return no("The new end would be in the past by then. Choose a later one.");
  if (endsAt <= facts.startsAt) return no("The new end is before the start. Choose a later one.");
  if (endsAt <= facts.endsAt)
    return no("The new end is no later than the present one. Choose a later one.");
  return changes({ endsAt });
}

function raiseCap({ codeKind, cap, uses }: CampaignFacts, wanted: number | null): Applied {
  if (codeKind === "unique")
    return no("Each unique code works once, so there is no cap to raise. Make more codes instead.");
  if (cap === null) return no("It has no cap to raise.");
  if (wanted === null) return changes({ cap: null });
  if (wanted < uses) return no("The new cap is below the uses there are. Choose a higher one.");
  return wanted <= cap
    ? no("The new cap is no higher than the present one. Choose a higher one.")
    : changes({ cap: wanted });
}

type Rotate = Extract<ScheduledAction, { kind: "rotate" }>;

function rotate(facts: CampaignFacts, { codeId, to }: Rotate): Applied {
  const { codeKind, cap, uses } = facts;
  const code = facts.codes[codeId];
  if (!code) return no("That code is no longer one of this campaign.");
  if (codeKind === "public" && cap !== null && uses >= cap)
    return no("The cap is used up, so a new code would not work either. Raise the cap first.");
  if (to === null && codeKind !== "unique") return no("Say which code is to come in its place.");
  if (to !== null && to.toUpperCase() === code.text.toUpperCase())
    return no("The new code is the old one. Choose another.");
  switch (code.state) {
    case "live":
    case "paused":
    case "returned":
    case "failed":
    case "removed":
      return changes({ codes: { [codeId]: { text: to ?? NEXT, state: "pending" } } });
    case "pending":
      return no("The code is still on its way to Shopify. It can be replaced when it is there.");
    case "pausing":
      return no("The code is being taken out of Shopify at the moment. Try again when it is.");
    case "retiring":
    case "retired":
    case "released":
      return no("That code is no longer one of this campaign.");
  }
}

/** What stands for a code the app has yet to make. */
export const NEXT = "a new code";

function isOver({ endsAt }: CampaignFacts, now: string): boolean {
  return endsAt !== null && endsAt <= now;
}

function changes(changed: ChangedFacts): Applied {
  return { ok: true, changed };
}

function no(message: string): Applied {
  return { ok: false, message };
}
