import { deactivateDiscount } from "../admin/discounts/verbs.ts";
import { createNative, updateNative } from "../admin/discounts/write-native.ts";
import { Refusal as Refused } from "../admin/errors.ts";
import { callAsStaff, staffContext } from "../admin/staff.ts";
import { gid } from "../gid.ts";
import type { Route, WebRequest } from "../page/route.ts";
import type { CodeDiscount, ShopState } from "../state.ts";
import { answering, fieldsOf, memberOf, Refusal, shopOf } from "./answer.ts";
import { changeCodes } from "./change-codes.ts";
import type { ControlOptions } from "./options.ts";
import { readTerms, textOf, textsOf, typeOf } from "./read-terms.ts";

/** What staff or another app does to discounts behind the app's back. Everything is announced as Shopify does. */
export function discountRoutes({ admin, world }: ControlOptions): readonly Route[] {
  const on = (path: string, act: (shop: ShopState, request: WebRequest) => unknown): Route => ({
    method: "POST",
    path: `/control/:handle/${path}`,
    handle: answering(async (request) => {
      try {
        return await act(shopOf(world, request), request);
      } catch (error) {
        if (error instanceof Refused) throw new Refusal(409, JSON.stringify(error.errors));
        throw error;
      }
    }),
  });
  const codeDiscount = (shop: ShopState, request: WebRequest): CodeDiscount => {
    const found = memberOf(shop.discounts.values(), request, "discount");
    if (found.method !== "code") throw new Refusal(409, "An automatic discount has no codes");
    return found;
  };
  return [
    on("graphql", (shop, request) => {
      const { query, variables } = fieldsOf(request);
      if (typeof query !== "string") throw new Refusal(422, "query: a GraphQL document");
      const given = (variables ?? {}) as Readonly<Record<string, unknown>>;
      return callAsStaff(admin, world, shop, { query, variables: given });
    }),
    on("discounts", (shop, request) => {
      const fields = fieldsOf(request);
      const single = fields["code"] === undefined ? [] : [textOf(fields, "code")];
      const [code = "", ...others] = [...single, ...textsOf(fields, "codes")];
      const input = { context: { all: "ALL" }, startsAt: world.now(), ...readTerms(fields) };
      const context = staffContext(admin, world, shop);
      const discount = createNative(context, typeOf(fields), { title: code, ...input, code });
      changeCodes(world, shop, discount, { add: others });
      if (fields["active"] === false) deactivateDiscount(world, shop, discount);
      return viewOf(discount);
    }),
    on("discounts/:id", (shop, request) => {
      const discount = codeDiscount(shop, request);
      if (discount.type === "app") throw new Refusal(409, "Another app's discount is its own");
      updateNative(staffContext(admin, world, shop), discount, readTerms(fieldsOf(request)));
      return viewOf(discount);
    }),
    on("discounts/:id/codes", (shop, request) => {
      const fields = fieldsOf(request);
      const discount = codeDiscount(shop, request);
      changeCodes(world, shop, discount, {
        add: textsOf(fields, "add"),
        remove: textsOf(fields, "remove"),
        rename: (fields["rename"] ?? {}) as Readonly<Record<string, unknown>>,
      });
      return viewOf(discount);
    }),
  ];
}

function viewOf({ id, title, redeemCodes }: CodeDiscount) {
  return { id, gid: gid("DiscountCodeNode", id), title, codeCount: redeemCodes.size };
}
