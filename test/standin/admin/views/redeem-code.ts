import { foldCode, gid } from "../../gid.ts";
import type { BulkCreation, CodeDiscount, RedeemCode } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { instant } from "../scalars.ts";
import { number, searchFor, words } from "../search/match.ts";

export function redeemCodeView(code: RedeemCode): View {
  return {
    __typename: "DiscountRedeemCode",
    id: gid("DiscountRedeemCode", code.id),
    code: code.code,
    asyncUsageCount: code.usageCount,
  };
}

/** The codes of one discount that match a query of theirs. */
export function searchRedeemCodes(codes: readonly RedeemCode[], query: string) {
  return searchFor<RedeemCode>(
    {
      default: words(({ code }) => [code]),
      id: number(({ id }) => id),
      times_used: number(({ usageCount }) => usageCount),
    },
    codes,
    query,
  );
}

export function redeemCodeConnection({ redeemCodes }: CodeDiscount, args: Args): View {
  return connection(
    "DiscountRedeemCodeConnection",
    {
      items: redeemCodes,
      ordered: {
        size: redeemCodes.size,
        after: (id) => redeemCodes.after(id),
        before: (id) => redeemCodes.before(id),
      },
      idOf: ({ id }) => id,
      view: redeemCodeView,
      sortBy: {
        CODE: ({ code }) => code.toLowerCase(),
        CREATED_AT: ({ createdAt }) => createdAt.getTime(),
      },
      search: searchRedeemCodes,
    },
    args,
  );
}

export function bulkCreationView(context: AdminContext, creation: BulkCreation): View {
  const { shop } = context;
  const discount = shop.discounts.get(creation.discountId);
  const imported = creation.codes.filter(({ redeemCodeId }) => redeemCodeId !== undefined);
  const failed = creation.codes.filter(({ errors }) => errors.length > 0);
  return {
    __typename: "DiscountRedeemCodeBulkCreation",
    id: gid("DiscountRedeemCodeBulkCreation", creation.id),
    createdAt: instant(creation.createdAt),
    done: creation.done,
    codesCount: creation.codes.length,
    importedCount: imported.length,
    failedCount: failed.length,
    discountCode: () => context.node(gid("DiscountCodeNode", creation.discountId)),
    codes: (args: Args) =>
      connection(
        "DiscountRedeemCodeBulkCreationCodeConnection",
        {
          items: creation.codes.map((one, index) => ({ ...one, index })),
          idOf: ({ index }) => index,
          view: ({ code, redeemCodeId, errors }) => ({
            __typename: "DiscountRedeemCodeBulkCreationCode",
            code,
            discountRedeemCode: () => {
              if (redeemCodeId === undefined || discount?.method !== "code") return null;
              const made = discount.redeemCodes.get(foldCode(code));
              return made?.id === redeemCodeId ? redeemCodeView(made) : null;
            },
            errors: errors.map((error) => ({
              __typename: "DiscountUserError",
              ...error,
              extraInfo: null,
            })),
          }),
        },
        args,
      ),
  };
}
