import type pg from "pg";

import { exportCustomer } from "../compliance/export-customer.server.ts";
import { redactCustomer } from "../compliance/redact-customer.server.ts";
import { redactShop } from "../compliance/redact-shop.server.ts";
import { knowAccounts } from "../person/know-accounts.server.ts";
import { mergePeople } from "../person/merge-people.server.ts";
import { forgetStanding } from "../standing/forget-standing.server.ts";
import { noteChangedDiscounts } from "../sync/note-changed-discounts.server.ts";
import { noteDeletedDiscount } from "../sync/note-deleted-discount.server.ts";
import { noteRedeemCodes } from "../sync/note-redeem-codes.server.ts";
import { noteUninstall } from "../shop/note-uninstall.server.ts";
import { noteTags } from "../segment/note-tags.server.ts";
import { setMembership } from "../segment/set-membership.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { Told } from "./read-message.server.ts";

/** Does what the webhooks that are not about orders ask for, in the batch's transaction and in their order. */
export async function carryOut(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  told: readonly Told[],
): Promise<void> {
  const now = deps.now();
  const accounts = told.flatMap((each) => (each.kind === "account" ? [each] : []));
  // Before the rest: a customer of the batch may be erased in it, too.
  if (accounts.length > 0) await knowAccounts(deps, client, shop, accounts);
  for (const each of told) {
    switch (each.kind) {
      case "membership": {
        const { customerId, segmentId: membership, member } = each;
        await setMembership(client, {
          shopId: shop.id,
          membership,
          customerIds: [customerId],
          member,
          now,
        });
        break;
      }
      case "people_merged":
        await mergePeople(deps, client, shop, each);
        break;
      case "customer_deleted":
        await forgetStanding(client, shop.id, each.customerId, now);
        break;
      case "tags":
        await noteTags(client, shop.id, each, now);
        break;
      case "discount_deleted":
        await noteDeletedDiscount(deps, client, shop.id, each.discountId);
        break;
      case "uninstalled":
        await noteUninstall(client, shop, now);
        break;
      case "scopes_changed":
        await deps.jobs.send("keep-subscriptions", { shopId: shop.id }, { transaction: client });
        break;
      case "export_customer":
        await exportCustomer(deps, client, shop, each);
        break;
      case "redact_customer":
        await redactCustomer(deps, client, shop, each);
        break;
      case "redact_shop":
        // Of a shop that is erased, nothing may be noted any more.
        if (await redactShop(client, shop)) return;
        break;
      case "account":
      case "order":
      case "checkout":
      case "discount_changed":
      case "redeem_code":
      case "none":
        break;
    }
  }
  await noteDiscounts(deps, client, shop, told);
}

/** There may be thousands of these: Shopify tells of each code that we ourselves added. */
async function noteDiscounts(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  told: readonly Told[],
): Promise<void> {
  const changed = told.flatMap((each) => (each.kind === "discount_changed" ? [each] : []));
  const codes = told.flatMap((each) => (each.kind === "redeem_code" ? [each] : []));
  if (changed.length > 0) await noteChangedDiscounts(deps, client, shop.id, changed);
  if (codes.length > 0) await noteRedeemCodes(deps, client, shop.id, codes);
}
