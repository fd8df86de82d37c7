import { gid } from "../../gid.ts";
import type { AutomaticDiscount, CodeDiscount, Discount } from "../../state.ts";
import type { AdminContext, View } from "../context.ts";
import { automaticView, codeDiscountView } from "./discount.ts";
import { metafieldFields } from "./metafields.ts";

/** Shopify has three nodes for a discount: for any, for one with codes, and for an automatic one. */
export function discountNodeView(context: AdminContext, discount: Discount): View {
  const id = gid("DiscountNode", discount.id);
  return {
    __typename: "DiscountNode",
    id,
    discount:
      discount.method === "code"
        ? codeDiscountView(context, discount)
        : automaticView(context, discount),
    ...metafieldFields(context, id),
  };
}

export function codeNodeView(context: AdminContext, discount: CodeDiscount): View {
  const id = gid("DiscountCodeNode", discount.id);
  return {
    __typename: "DiscountCodeNode",
    id,
    codeDiscount: codeDiscountView(context, discount),
    ...metafieldFields(context, id),
  };
}

export function automaticNodeView(context: AdminContext, discount: AutomaticDiscount): View {
  const id = gid("DiscountAutomaticNode", discount.id);
  return {
    __typename: "DiscountAutomaticNode",
    id,
    automaticDiscount: automaticView(context, discount),
    ...metafieldFields(context, id),
  };
}
