import { dayCode } from "#app/domain/policy/day-code.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import { openGuests } from "#app/domain/policy/guests-reader.ts";
import { GUESTS_KEYS, RULES_KEYS, STANDING_KEY } from "#app/domain/policy/metafields.ts";
import type { Buyer } from "#app/domain/policy/question.ts";
import { openRules } from "#app/domain/policy/rules-reader.ts";

import type { Verdict } from "#app/domain/policy/verdict.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { createGuard, findGuard, setMetafields } from "#app/infra/admin-api/documents/guard.ts";

type Written = { ownerId: string; key: string; value: string };

/** What the app wrote to one shop, and what the checkout makes of it: the judge over exactly those texts. */
export type CheckoutStore = {
  adminApi: AdminApi;
  judge(asked: Asked): Verdict;
  /** What stands on an account. */
  standingOf(customerId: number): string | undefined;
};

type Asked = { buyer: Buyer; customerId?: number | undefined; code: string; localDate: string };

const GUARD = "gid://shopify/DiscountAutomaticNode/1";

/** Keeps metafields as Shopify does and gives nothing else away. */
export function openCheckoutStore(): CheckoutStore {
  const values = new Map<string, string>();
  const place = (ownerId: string, key: string) => `${ownerId} ${key}`;
  const ofGuard = (keys: readonly string[]) => keys.map((key) => values.get(place(GUARD, key)));
  const standingOf = (customerId: number) =>
    values.get(place(`gid://shopify/Customer/${customerId}`, STANDING_KEY));

  function answer(operation: unknown, variables: unknown): unknown {
    if (operation === findGuard) return { discountNodes: { nodes: [] } };
    if (operation === createGuard) {
      const automaticAppDiscount = { discountId: GUARD };
      return { discountAutomaticAppCreate: { automaticAppDiscount, userErrors: [] } };
    }
    if (operation !== setMetafields) throw new Error("The test did not expect this call.");
    const { metafields } = variables as { metafields: Written[] };
    for (const { ownerId, key, value } of metafields) values.set(place(ownerId, key), value);
    const set = metafields.map(({ ownerId: id, key, value }) => {
      return { owner: { id }, key, compareDigest: value };
    });
    return { metafieldsSet: { metafields: set, userErrors: [] } };
  }

  return {
    adminApi: {
      run: (operation, variables) => Promise.resolve(answer(operation, variables) as never),
    },
    standingOf,
    judge({ buyer, customerId, code, localDate }) {
      const standing = customerId === undefined ? null : (standingOf(customerId) ?? null);
      const [verdict] = judge({
        rules: openRules(ofGuard(RULES_KEYS)).rules,
        standing,
        guests: buyer.state === "guest" ? openGuests(ofGuard(GUESTS_KEYS), buyer) : null,
        state: buyer.state,
        orders: buyer.orders,
        codes: [{ code, rejectable: true }],
        today: dayCode(localDate),
      });
      if (!verdict) throw new Error("Nothing was said.");
      return verdict;
    },
  };
}
