import type { Rule } from "../rule.ts";
import { contradiction, saidOffer } from "../said-offer.ts";

/** 10USDOFF on 10 EUR. Catches shops that sell in several currencies and name the foreign one. */
export const currency: Rule = {
  label: "Currency",
  description: "The name says an amount in another currency than the discount’s.",
  about: "offer",
  severity: "warning",
  check: (context) => {
    const said = saidOffer(context.field, context.value);
    const { offer } = context.named;
    if (said?.kind !== "fixed_amount" || offer.kind !== "fixed_amount") return null;
    return said.currency === offer.currency ? null : contradiction(said, context);
  },
};
