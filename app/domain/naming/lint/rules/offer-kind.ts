import type { Rule } from "../rule.ts";
import { contradiction, saidOffer } from "../said-offer.ts";

/** FREESHIP on 10 %, 10OFF on 10 EUR, DISCOUNT on free shipping. */
export const offerKind: Rule = {
  label: "Kind of offer",
  description:
    "The name says free shipping, a percentage or an amount, and the discount is another of these.",
  about: "offer",
  severity: "warning",
  check: (context) => {
    const said = saidOffer(context.field, context.value);
    const { kind } = context.named.offer;
    const fits = said?.kind === "some_discount" ? kind !== "free_shipping" : said?.kind === kind;
    return said && !fits ? contradiction(said, context) : null;
  },
};
