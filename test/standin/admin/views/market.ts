import { gid } from "../../gid.ts";
import type { Market } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { metafieldFields } from "./metafields.ts";

export function marketView(context: AdminContext, market: Market): View {
  const id = gid("Market", market.id);
  return {
    __typename: "Market",
    id,
    name: market.name,
    handle: market.handle,
    status: market.status,
    enabled: market.status === "ACTIVE",
    type: "REGION",
    ...metafieldFields(context, id),
  };
}

export function marketConnection(
  context: AdminContext,
  markets: readonly Market[],
  args: Args,
): View {
  return connection(
    "MarketConnection",
    {
      items: markets,
      idOf: ({ id }) => id,
      view: (market) => marketView(context, market),
      sortBy: { NAME: ({ name }) => name.toLowerCase() },
    },
    args,
  );
}
