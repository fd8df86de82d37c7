import type pg from "pg";

import { exportCustomer } from "../compliance/export-customer.server.ts";
import { redactCustomer } from "../compliance/redact-customer.server.ts";
import { redactShop } from "../compliance/redact-shop.server.ts";
import { noteDeletedDiscount } from "../sync/note-deleted-discount.server.ts";
import { noteUninstall } from "../shop/note-uninstall.server.ts";
import { setMembership } from "../segment/set-membership.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { Told } from "./read-message.server.ts";

/** What is left to do once the batch is committed; losing it to a crash only delays it until the next sweep. */
export type Follow = (deps: Deps) => Promise<void>;

/** Does what the webhooks that are not about orders ask for, in the batch's transaction and in their order. */
export async function carryOut(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  told: readonly Told[],
): Promise<Follow> {
  const follows: Follow[] = [];
  const now = deps.now();
  for (const each of told) {
    switch (each.kind) {
      case "membership": {
        const { customerId, segmentId, member } = each;
        await setMembership(client, { shopId: shop.id, segmentId, customerIds: [customerId], member, now });
        break;
      }
      case "discount_deleted":
        follows.push(await noteDeletedDiscount(client, shop, each.discountId));
        break;
      case "uninstalled":
        follows.push(await noteUninstall(client, shop, now));
        break;
      case "export_customer":
        await exportCustomer(client, shop, each.customerId, { now, newId: deps.newId });
        break;
      case "redact_customer":
        follows.push(await redactCustomer(client, shop, each));
        break;
      case "redact_shop":
        await redactShop(client, shop);
        break;
      case "order":
      case "none":
        break;
    }
  }
  return async (afterwards) => {
    for (const follow of follows) await follow(afterwards);
  };
}
