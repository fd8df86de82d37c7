import type { Audience } from "../../checkout/discount.ts";
import type { AdminContext, View } from "../context.ts";

/** Whom a discount is for. `selection` is the older field's spelling of "everybody". */
export function contextView(
  context: AdminContext,
  audience: Audience,
  spelling: "context" | "selection" = "context",
): View {
  // What was deleted since is left out.
  const known = (ids: readonly string[]) => ids.map(context.node).filter((view) => view !== null);
  switch (audience.kind) {
    case "all":
      return spelling === "context"
        ? { __typename: "DiscountBuyerSelectionAll", all: "ALL" }
        : { __typename: "DiscountCustomerAll", allCustomers: true };
    case "customers":
      return { __typename: "DiscountCustomers", customers: known(audience.ids) };
    case "segments":
      return { __typename: "DiscountCustomerSegments", segments: known(audience.ids) };
  }
}
