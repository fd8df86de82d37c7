import type { Actor } from "#app/domain/access/actor.ts";
import { processDeps, type Deps } from "#app/infra/deps.server.ts";
import { authenticateAdmin } from "#app/infra/shopify/authenticate-admin.server.ts";
import { ensureShop } from "../shop/ensure-shop.server.ts";
import { welcomeShop } from "../shop/welcome-shop.server.ts";
import { greetStaff } from "../staff/greet-staff.server.ts";

export type Session = {
  deps: Deps;
  actor: Actor;
  shop: {
    id: number;
    domain: string;
    name: string;
    timeZone: string;
    currency: string;
    /** The language of the person at the screen, as a BCP 47 tag. */
    locale: string;
  };
};

/**
 * Opens a request from inside the Shopify admin: checks its session token, knows the shop and the person.
 * @throws the Response of Shopify's library when the request must first go elsewhere (no, forged or expired token).
 */
export async function openSession(request: Request): Promise<Session> {
  const deps = processDeps();
  const { session } = await authenticateAdmin(deps, request);
  const shop = await welcomeShop(deps, await ensureShop(deps, session.shop));
  const user = session.onlineAccessInfo?.associated_user;
  // With online tokens on, the library never answers without the person.
  if (!user)
    throw new Response("The session names no person. Open Bonafide again from the Shopify admin.", {
      status: 401,
    });
  const actor = await greetStaff(deps, shop.id, {
    id: BigInt(user.id),
    name: `${user.first_name} ${user.last_name}`.trim() || user.email,
    email: user.email,
    accountOwner: user.account_owner,
  });
  const { id, domain, name, timeZone, currency } = shop;
  return {
    deps,
    actor,
    shop: { id, domain, name, timeZone, currency, locale: user.locale || "en" },
  };
}
