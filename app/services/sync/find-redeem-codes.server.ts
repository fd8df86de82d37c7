import { codeKey } from "#app/domain/code/code-key.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { findTenCodes, searchRedeemCodes } from "#app/infra/admin-api/documents/codes.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";

/** Codes asked for in one search, and results taken at once. */
const A_SEARCH = 20;
const A_PAGE = 100;
/** A short code may be part of many others: past that it is left to a later try. */
const MOST_PAGES = 20;

type Coded = { code: string };

/** Which of the codes a discount has. Exact, also right after a change, where a search may lag behind. */
export async function codesThere<C extends Coded>(
  api: AdminApi,
  discountId: string,
  codes: readonly C[],
): Promise<C[]> {
  const there: C[] = [];
  for (let at = 0; at < codes.length; at += ALIASES.length) {
    const ten = codes.slice(at, at + ALIASES.length);
    const code = (index: number) => (ten[index] ?? ten[0])?.code ?? "";
    const found = await api.run(findTenCodes, {
      ...{ a: code(0), b: code(1), c: code(2), d: code(3), e: code(4) },
      ...{ f: code(5), g: code(6), h: code(7), i: code(8), j: code(9) },
    });
    there.push(
      ...ten.filter((_, index) => {
        const node = found[ALIASES[index] ?? "a"];
        return node !== null && numericId(node.id) === numericId(discountId);
      }),
    );
  }
  return there;
}

const ALIASES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] as const;

/** The ids of codes of a discount, as far as a search finds them. */
export async function redeemCodeIds(
  api: AdminApi,
  id: string,
  codes: readonly Coded[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < codes.length; at += A_SEARCH) {
    const wanted = new Set(codes.slice(at, at + A_SEARCH).map(({ code }) => codeKey(code)));
    const search = [...wanted].map(quoted).join(" OR ");
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES && wanted.size > 0; page++) {
      const found = await onePage(api, { id, search, first: A_PAGE, after });
      for (const { id: redeemCodeId, code } of found?.nodes ?? [])
        if (wanted.delete(codeKey(code))) ids.push(redeemCodeId);
      if (!found?.pageInfo.hasNextPage) break;
      after = found.pageInfo.endCursor;
    }
  }
  return ids;
}

type Page = { id: string; search: string; first: number; after: string | null };

async function onePage(api: AdminApi, page: Page) {
  const { codeDiscountNode } = await api.run(searchRedeemCodes, page);
  const discount = codeDiscountNode?.codeDiscount;
  return discount && "codes" in discount ? discount.codes : null;
}

/** A whole code as one word of the search, whatever stands in it. */
function quoted(code: string): string {
  return `"${code.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
}
