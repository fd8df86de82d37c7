import type { Rule } from "../rule.ts";
import { contradiction, saidOffer } from "../said-offer.ts";

/** 12EUROFF on 10 EUR. Amounts in different currencies are not compared: that is `currency`. */
export const amount: Rule = {
  label: "Amount",
  description: "The name says another amount than the discount takes off.",
  about: "offer",
  severity: "warning",
  check: (context) => {
    const said = saidOffer(context.field, context.value);
    const { offer } = context.named;
    if (said?.kind !== "fixed_amount" || offer.kind !== "fixed_amount") return null;
    if (said.currency !== offer.currency) return null;
    return said.amountMinor === offer.amountMinor ? null : contradiction(said, context);
  },
};
