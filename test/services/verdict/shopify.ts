import {
  findCustomers,
  readAccounts,
  readShopper,
} from "#app/infra/admin-api/documents/customers.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { composeGuard } from "#app/services/guard/compose-guard.server.ts";
import { shopOf } from "#app/services/shop/shop-of.server.ts";
import { composeStandings } from "#app/services/standing/compose-standings.server.ts";
import { standingText } from "#app/services/standing/write-standings.server.ts";
import { run } from "#guard/src/run.ts";
import { lettered } from "#test/function/guard-input.ts";
import type { TestDeps } from "#test/support/test-deps.ts";

export type Account = { id: string; name: string; email: string; phone?: string; orders: number };

/** Shopify as far as it knows customers; `accounts` may be changed as a test goes on. */
export function shopifyWith(accounts: Account[]) {
  return {
    run: (operation: unknown, variables: { id: string; text: string }) => {
      const nodeOf = ({ id, name, email, phone, orders }: Account) => ({
        id: `gid://shopify/Customer/${id}`,
        displayName: name,
        defaultEmailAddress: { emailAddress: email },
        defaultPhoneNumber: phone === undefined ? null : { phoneNumber: phone },
        numberOfOrders: String(orders),
      });
      if (operation === readShopper) {
        const found = accounts.find(({ id }) => id === numericId(variables.id));
        return Promise.resolve({ customer: found ? nodeOf(found) : null });
      }
      if (operation === findCustomers) {
        const text = variables.text.replaceAll("*", "");
        const found = accounts.filter(({ email }) => email.toLowerCase().startsWith(text));
        return Promise.resolve({ customers: { nodes: found.map(nodeOf) } });
      }
      if (operation === readAccounts) {
        const pageInfo = { hasNextPage: false, endCursor: null };
        return Promise.resolve({ customers: { nodes: accounts.map(nodeOf), pageInfo } });
      }
      return Promise.reject(new Error("The test did not expect that of Shopify."));
    },
  };
}

/** What checkout has been told of a whole shop: the rules, the guests, every account's standing, and the day. */
export type Wire = {
  rules: readonly string[];
  guests: readonly string[];
  standings: ReadonlyMap<string, string>;
  today: string;
};

/** As the jobs would write it now, of everybody. */
export async function wireOf(deps: TestDeps, shopId: number): Promise<Wire> {
  const shop = await shopOf(deps, shopId);
  const { rules, guests, today } = await composeGuard(deps, shop);
  const { rows } = await deps.database.pool.query<{
    customerId: string;
    personId: string | null;
    memberships: string[];
  }>(
    `SELECT s.customer_id::text AS "customerId", COALESCE(p.root_id, p.id)::text AS "personId", s.memberships
     FROM standing s LEFT JOIN person p ON p.shop_id = s.shop_id AND p.id = s.person_id WHERE s.shop_id = $1`,
    [shopId],
  );
  const standings = await composeStandings(deps, shop, rows);
  const texts = [...standings].map(([id, standing]) => [id, standingText(standing)] as const);
  return { rules, guests, standings: new Map(texts), today };
}

export type AtCheckout = {
  account?: Account;
  isSignedIn?: boolean;
  email?: string;
  phone?: string;
  language?: string;
};

/** What the function answers from the wire: the sentence it refuses with, or null. */
export function functionSays(wire: Wire, code: string, who: AtCheckout): string | null {
  const { account, isSignedIn = false, email, phone, language = "EN" } = who;
  const input = lettered({
    isAuthenticated: account !== undefined && isSignedIn,
    email: email ?? account?.email ?? null,
    phone: phone ?? null,
    customer: account ? { orders: account.orders, standing: wire.standings.get(account.id) } : null,
    rules: wire.rules,
    guests: wire.guests,
    codes: [{ code, rejectable: true }],
    date: wire.today,
    language,
  });
  const { operations } = run(input);
  const [operation] = operations;
  return operation && "enteredDiscountCodesReject" in operation
    ? (operation.enteredDiscountCodesReject?.message ?? null)
    : null;
}
