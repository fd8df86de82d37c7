import { systemActor } from "#app/domain/access/actor.ts";
import { canonicalEmail } from "#app/domain/policy/wire-key.ts";
import type { WantedException } from "#app/domain/guard/exception.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { findCustomers, type FoundCustomer } from "../chosen/find-customers.server.ts";

/** The account that was chosen, or that an e-mail belongs to; null when there is none. */
export async function customerBehind(
  deps: Deps,
  shop: Shop,
  { customerId, email }: Pick<WantedException, "customerId" | "email">,
): Promise<FoundCustomer | null> {
  const actor = systemActor(shop.id, "exceptions");
  if (email !== null) {
    const found = await findCustomers(deps, actor, email);
    const wanted = canonicalEmail(email);
    const isTheirs = (each: FoundCustomer) =>
      customerId === null
        ? each.email !== null && canonicalEmail(each.email) === wanted
        : each.id === customerId;
    const same = found.ok ? found.value.find(isTheirs) : undefined;
    if (same) return same;
  }
  return customerId === null ? null : { id: customerId, name: "", email };
}
