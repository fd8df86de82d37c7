import { codeProblem } from "../admin/discounts/read-code.ts";
import { addRedeemCode, removeRedeemCode } from "../admin/discounts/redeem-codes.ts";
import { announceChange } from "../admin/discounts/verbs.ts";
import { foldCode } from "../gid.ts";
import type { CodeDiscount, ShopState, World } from "../state.ts";
import { Refusal } from "./answer.ts";

export type CodeChanges = {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  /** From one code to another. */
  readonly rename?: Readonly<Record<string, unknown>>;
};

/** At once, and all or nothing. A code that is renamed is another one afterwards: so it is with Shopify's own. */
export function changeCodes(
  world: World,
  shop: ShopState,
  discount: CodeDiscount,
  { add = [], remove = [], rename = {} }: CodeChanges,
): void {
  const renamed = Object.entries(rename).map(([from, to]) => [from, String(to)] as const);
  const gone = [...remove, ...renamed.map(([from]) => from)].map((text) => {
    const code = discount.redeemCodes.get(foldCode(text));
    if (!code) throw new Refusal(404, `The discount has no code ${text}`);
    return code;
  });
  const come = [...add, ...renamed.map(([, to]) => to)];
  const leaving = new Set(gone.map(({ code }) => foldCode(code)));
  for (const text of come) {
    const problem = leaving.has(foldCode(text)) ? undefined : codeProblem(shop, text);
    if (problem) throw new Refusal(409, `${text}: ${problem.message}`);
  }
  for (const code of gone) removeRedeemCode(world, shop, discount, code);
  for (const text of come) addRedeemCode(world, shop, discount, text);
  if (gone.length + come.length > 0) announceChange(world, shop, discount);
}
