import type { Buyer } from "#app/domain/policy/question.ts";
import type { Asked, Whom } from "#app/domain/verdict/asked.ts";
import type { Who } from "#app/domain/verdict/answer.ts";
import { done, invalid, type Outcome } from "#app/domain/shared/outcome.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { readShopper } from "#app/infra/admin-api/documents/customers.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { customerBehind } from "../exception/customer-behind.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";

/**
 * Whom a question is about, as checkout would know them. `personId`: their root. `memberships`: null when checkout has
 * nothing of the account. `isStale`: what was last written for checkout is to be written anew. `isTyped`: the guest's
 * e-mail or phone is known here, and with it the digests that checkout looks for.
 */
export type Shopper = {
  buyer: Buyer;
  who: Who;
  personId: string | null;
  memberships: string[] | null;
  isStale: boolean;
  isTyped: boolean;
  unknown: string[];
};

const NOBODY: Shopper = {
  buyer: { state: "anonymous", email: "", phone: "", orders: null },
  who: { state: "anonymous", name: null, customerId: null },
  personId: null,
  memberships: null,
  isStale: false,
  isTyped: true,
  unknown: [],
};

const GONE =
  "No customer has that number in Shopify. Look at the end of the customer’s address there.";
const NO_ORDER = "That order is not one of this shop’s.";
const NOT_ASKED =
  "Shopify could not be asked just now: whether there is an account, and its orders.";

/** Who is meant, from what was typed: their account in Shopify, and the person whose orders we know. */
export async function findShopper(deps: Deps, shop: Shop, asked: Asked): Promise<Outcome<Shopper>> {
  const { whom, isSignedIn } = asked;
  switch (whom.kind) {
    case "nobody":
      return done(NOBODY);
    case "phone":
      return done(await guestOf(deps, shop, whom, isSignedIn));
    case "customer": {
      const account = await accountOf(deps, shop, whom.id);
      return account === "gone"
        ? invalid({ field: "customer", message: GONE })
        : done(await customerOf(deps, shop, whom.id, account, asked));
    }
    case "email": {
      const found = await accountBehind(deps, shop, whom.email);
      if (found === null || found.id === null) {
        const guest = await guestOf(deps, shop, whom, isSignedIn);
        return done(found ? guest : { ...guest, unknown: [...guest.unknown, NOT_ASKED] });
      }
      const account = await accountOf(deps, shop, found.id);
      return done(
        await customerOf(deps, shop, found.id, account === "gone" ? null : account, asked),
      );
    }
    case "order":
      return shopperOfOrder(deps, shop, whom.id, asked);
  }
}

type Account = { name: string; orders: number | null };

/** Null when Shopify cannot be asked now. */
async function accountOf(deps: Deps, shop: Shop, id: string): Promise<Account | "gone" | null> {
  const answer = await unlessAway(() =>
    deps.adminApi(shop.domain).run(readShopper, { id: gidOf("Customer", id) }),
  );
  if (answer === null) return null;
  if (!answer.customer) return "gone";
  const { displayName, numberOfOrders } = answer.customer;
  return { name: displayName, orders: Number(numberOfOrders) };
}

/** `id` is null when no account has the e-mail; null itself when Shopify cannot be asked now. */
function accountBehind(
  deps: Deps,
  shop: Shop,
  email: string,
): Promise<{ id: string | null } | null> {
  return unlessAway(async () => {
    const found = await customerBehind(deps, shop, { customerId: null, email });
    return { id: found?.id ?? null };
  });
}

/** Null when Shopify is busy or away: a verdict can be given without it. */
async function unlessAway<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const isAway =
      error instanceof AdminApiError && ["throttled", "unavailable"].includes(error.kind);
    if (isAway) return null;
    throw error;
  }
}

async function customerOf(
  deps: Deps,
  shop: Shop,
  customerId: string,
  account: Account | null,
  { isSignedIn, at }: Pick<Asked, "isSignedIn" | "at">,
): Promise<Shopper> {
  const hashes = identityHashes(shop, { customerId, email: null, phone: null });
  const person = await rootOf(deps, shop.id, hashes);
  const { rows } = await deps.database.pool.query<StandingRow>(STANDING, [shop.id, customerId]);
  const [row] = rows;
  const state = isSignedIn ? "signed_in" : "known";
  return {
    ...NOBODY,
    buyer: { state, email: "", phone: "", orders: at ? null : (account?.orders ?? null) },
    who: { state, name: account?.name || null, customerId },
    personId: row?.personId ?? person,
    memberships: row?.memberships ?? null,
    isStale: row?.isStale ?? false,
    unknown: account ? [] : [NOT_ASKED],
  };
}

type StandingRow = { personId: string | null; memberships: string[]; isStale: boolean };

const STANDING = `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId", s.memberships, s.dirty_since IS NOT NULL AS "isStale"
  FROM standing s LEFT JOIN person p ON p.shop_id = s.shop_id AND p.id = s.person_id
  WHERE s.shop_id = $1 AND s.customer_id = $2::bigint`;

async function guestOf(
  deps: Deps,
  shop: Shop,
  whom: Extract<Whom, { kind: "email" | "phone" }>,
  isSignedIn: boolean,
): Promise<Shopper> {
  const email = whom.kind === "email" ? whom.email : "";
  const phone = whom.kind === "phone" ? whom.phone : "";
  const hashes = identityHashes(shop, { customerId: null, email, phone });
  const noAccount =
    whom.kind === "email"
      ? "There is no account with this e-mail, so nobody can be signed in with it: judged as a guest."
      : "A phone number is judged as a guest’s. For an account, enter its e-mail or number.";
  return {
    ...NOBODY,
    buyer: { state: "guest", email, phone, orders: null },
    who: { state: "guest", name: null, customerId: null },
    personId: await rootOf(deps, shop.id, hashes),
    unknown: isSignedIn ? [noAccount] : [],
  };
}

async function shopperOfOrder(
  deps: Deps,
  shop: Shop,
  orderId: string,
  asked: Asked,
): Promise<Outcome<Shopper>> {
  type Row = { customerId: string | null; personId: string | null };
  const { rows } = await deps.database.pool.query<Row>(ORDER, [shop.id, orderId]);
  const [order] = rows;
  if (!order) return invalid({ field: "customer", message: NO_ORDER });
  const { customerId, personId } = order;
  if (customerId !== null) {
    const account = await accountOf(deps, shop, customerId);
    return done(
      await customerOf(deps, shop, customerId, account === "gone" ? null : account, asked),
    );
  }
  const state = personId === null ? "anonymous" : "guest";
  return done({
    ...NOBODY,
    buyer: { ...NOBODY.buyer, state },
    who: { ...NOBODY.who, state },
    personId,
    isTyped: false,
  });
}

const ORDER = `
  SELECT o.customer_id::text AS "customerId", COALESCE(p.root_id, p.id)::text AS "personId"
  FROM shop_order o LEFT JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
  WHERE o.shop_id = $1 AND o.id = $2::bigint`;

async function rootOf(
  deps: Deps,
  shopId: number,
  hashes: readonly { hash: string }[],
): Promise<string | null> {
  const { rows } = await deps.database.pool.query<{ root: string }>(ROOT, [
    shopId,
    hashes.map(({ hash }) => hash),
  ]);
  return rows[0]?.root ?? null;
}

const ROOT = `
  SELECT COALESCE(p.root_id, p.id)::text AS root
  FROM person_identity i JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  WHERE i.shop_id = $1 AND i.hash = ANY (SELECT decode(hex, 'hex') FROM unnest($2::text[]) AS hex)
  ORDER BY COALESCE(p.root_id, p.id) LIMIT 1`;
