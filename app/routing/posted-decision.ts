import type { DecisionForm } from "#app/domain/case/decision.ts";
import { fieldOf } from "./posted.ts";

/** A decision as forms post it. */
export function decisionOf(posted: FormData): DecisionForm {
  return {
    decision: fieldOf(posted, "decision"),
    reason: fieldOf(posted, "reason"),
    comment: fieldOf(posted, "comment"),
    disqualify: fieldOf(posted, "disqualify"),
    step: fieldOf(posted, "step"),
    until: fieldOf(posted, "until"),
    use: fieldOf(posted, "use"),
    people: fieldOf(posted, "people"),
    shopify: fieldOf(posted, "shopify"),
  };
}
