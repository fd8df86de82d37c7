import { foldCode, gid, idOf } from "../../gid.ts";
import type { CodeDiscount, Discount } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { invalidId, unimplemented } from "../errors.ts";
import { automaticNodeView, codeNodeView, discountNodeView } from "../views/discount-node.ts";
import { countView } from "../views/product.ts";
import { searchDiscounts } from "./search.ts";

export function discountQueries(context: AdminContext) {
  const { shop } = context;
  const all = () => [...shop.discounts.values()];
  const list = <One extends Discount>(
    typename: string,
    items: readonly One[],
    view: (context: AdminContext, discount: One) => View,
    args: Args,
  ) =>
    connection(
      typename,
      {
        items,
        idOf: ({ id }) => id,
        view: (discount) => view(context, discount),
        sortBy: SORT_BY,
        search: (some, query) => searchDiscounts(context, some, query),
      },
      args,
    );
  const byId =
    (...types: readonly string[]) =>
    ({ id }: Args) => {
      const number = idOf(String(id), ...types);
      if (number === undefined) throw invalidId(String(id));
      return context.node(gid(types[0] ?? "", number));
    };
  return {
    discountNode: byId("DiscountNode", "DiscountCodeNode", "DiscountAutomaticNode"),
    discountNodes: (args: Args) => list("DiscountNodeConnection", all(), discountNodeView, args),
    discountNodesCount: ({ query }: Args) =>
      countView(
        typeof query === "string" ? searchDiscounts(context, all(), query).length : all().length,
      ),
    codeDiscountNode: byId("DiscountCodeNode"),
    codeDiscountNodes: (args: Args) =>
      list(
        "DiscountCodeNodeConnection",
        all().filter((one) => one.method === "code"),
        codeNodeView,
        args,
      ),
    codeDiscountNodeByCode({ code }: Args) {
      const discount = findByCode(context, String(code));
      return discount ? codeNodeView(context, discount) : null;
    },
    automaticDiscountNode: byId("DiscountAutomaticNode"),
    automaticDiscountNodes: (args: Args) =>
      list(
        "DiscountAutomaticNodeConnection",
        all().filter((one) => one.method === "automatic"),
        automaticNodeView,
        args,
      ),
    discountCodesCount: ({ query }: Args) => {
      if (typeof query === "string") throw unimplemented("discountCodesCount by query");
      return countView(shop.codeIndex.size);
    },
    discountRedeemCodeBulkCreation: byId("DiscountRedeemCodeBulkCreation"),
  };
}

function findByCode({ shop }: AdminContext, code: string): CodeDiscount | undefined {
  const discount = shop.discounts.get(shop.codeIndex.get(foldCode(code)) ?? -1);
  return discount?.method === "code" ? discount : undefined;
}

const SORT_BY = {
  TITLE: ({ title }: Discount) => title.toLowerCase(),
  CREATED_AT: ({ createdAt }: Discount) => createdAt.getTime(),
  UPDATED_AT: ({ updatedAt }: Discount) => updatedAt.getTime(),
  STARTS_AT: ({ startsAt }: Discount) => startsAt.getTime(),
  // Those without an end come last.
  ENDS_AT: ({ endsAt }: Discount) => endsAt?.getTime() ?? Number.MAX_SAFE_INTEGER,
} as const;
