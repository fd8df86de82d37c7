import type { Audience } from "../../checkout/discount.ts";
import { gid } from "../../gid.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { marketConnection } from "./market.ts";

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
    case "markets":
      return spelling === "context"
        ? {
            __typename: "DiscountMarkets",
            marketsCount: audience.ids.length,
            markets: (args: Args) =>
              marketConnection(
                context,
                context.shop.markets.filter(({ id }) => audience.ids.includes(gid("Market", id))),
                args,
              ),
          }
        : { __typename: "DiscountCustomerAll", allCustomers: true };
    case "segments":
      return { __typename: "DiscountCustomerSegments", segments: known(audience.ids) };
  }
}
