import type { Rule } from "../rule.ts";
import { contradiction, saidOffer } from "../said-offer.ts";

/** 15OFF on 10 %; also 12OFF on 12.5 %, because a name is read as exact. */
export const percentage: Rule = {
  label: "Percentage",
  description: "The name says another percentage than the discount takes off.",
  about: "offer",
  severity: "warning",
  check: (context) => {
    const said = saidOffer(context.field, context.value);
    const { offer } = context.named;
    if (said?.kind !== "percentage" || offer.kind !== "percentage") return null;
    return said.basisPoints === offer.basisPoints ? null : contradiction(said, context);
  },
};
