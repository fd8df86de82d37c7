import { pagesOf } from "#app/infra/admin-api/all-nodes.server.ts";
import { readDiscountCodes } from "#app/infra/admin-api/documents/codes.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import type { CodesRead } from "./saved-codes.server.ts";

/** Newer discounts say more about how a store names now; beyond this many, older ones are not read. */
const MOST_DISCOUNTS = 2_000;
/** Nor when Shopify lets us read slowly only: somebody is waiting. */
const LONGEST_MS = 25_000;

/**
 * The first codes of each code discount the store has in Shopify, whoever made it; newest discounts first. How many
 * there are is not known where some were not looked at.
 */
export async function readStoreCodes(deps: Deps, shopId: number): Promise<CodesRead> {
  const api = deps.adminApi((await shopOf(deps, shopId)).domain);
  const codes: string[] = [];
  let discounts = 0;
  const started = deps.now().getTime();
  const pages = pagesOf(api, readDiscountCodes, {}, ({ codeDiscountNodes }) => codeDiscountNodes);
  for await (const page of pages) {
    for (const { codeDiscount } of page) {
      codes.push(...codeDiscount.codes.nodes.map(({ code }) => code));
    }
    discounts += page.length;
    const isLate = deps.now().getTime() - started > LONGEST_MS;
    if (discounts >= MOST_DISCOUNTS || isLate) return { codes, of: null };
  }
  return { codes, of: codes.length };
}
