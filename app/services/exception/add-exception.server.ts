import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  readException,
  type ExceptionForm,
  type WantedException,
} from "#app/domain/guard/exception.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { markPerson } from "../standing/mark-person.server.ts";
import { customerBehind } from "./customer-behind.server.ts";
import { personOf } from "./person-of.server.ts";

/**
 * Disqualifies somebody from a campaign, a group or everything, asks them to sign in for it, or allows them more than the
 * rules say, until a day.
 * Known by account or by e-mail, which is not kept; at checkout within seconds, and can be undone.
 */
export async function addException(
  deps: Deps,
  actor: Actor,
  form: ExceptionForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  const shop = await shopOf(deps, shopId);
  const read = readException(form, zoneOf(shop.timeZone).dayOf(deps.now()));
  if (!read.ok) return invalid(...read.problems);
  const { wanted } = read;
  const customer = await customerBehind(deps, shop, wanted);
  if (wanted.customerId && !customer)
    return invalid({ field: "email", message: "That customer is not in Shopify any more." });
  const who = {
    customerId: customer?.id ?? null,
    email: customer?.email ?? wanted.email,
    phone: null,
  };
  const hashes = identityHashes(shop, who);
  if (hashes.length === 0)
    return invalid({ field: "email", message: "Enter a whole e-mail address." });
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    await lockPeople(tx, shopId);
    if (!(await isThere(tx, shopId, wanted.scope)))
      return invalid({ field: "scope", message: "That campaign or group is not there any more." });
    const personId = await personOf(tx, shopId, hashes, now);
    const row = {
      ...{ shopId, id: deps.newId(), personId },
      customerId: who.customerId === null ? null : BigInt(who.customerId),
      campaignId: wanted.scope.kind === "campaign" ? wanted.scope.id : null,
      groupNumber: wanted.scope.kind === "group" ? wanted.scope.number : null,
      until: wanted.until === null ? null : new Date(wanted.until),
      ...{ reason: wanted.reason, createdBy: actor.name, createdAt: now },
    };
    const { kind } = wanted;
    if (kind === "allowed") await tx.allowance.create({ data: row });
    else await tx.disqualification.create({ data: { ...row, step: STEP_OF[kind] } });
    if (row.customerId !== null)
      await queryIn(tx, ACCOUNT, [shopId, row.customerId.toString(), personId.toString()]);
    await markPerson(tx, shopId, personId, now);
    const subject = { kind: "customer", id: String(personId), name: "customer" } as const;
    const { scope, until } = wanted;
    // Without the reason: it may name somebody, and more people read the log than may see exceptions.
    await recordAudit(tx, actor, now, ACTIONS[kind], subject, { after: { scope, until } });
    await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
    return done({ id: row.id });
  });
}

const STEP_OF = { disqualified: "disqualify", sign_in: "sign_in" } as const;

const ACTIONS = {
  disqualified: "customer.disqualified",
  sign_in: "customer.asked_to_sign_in",
  allowed: "customer.allowed",
} as const;

async function isThere(
  tx: Transaction,
  shopId: number,
  scope: WantedException["scope"],
): Promise<boolean> {
  switch (scope.kind) {
    case "everything":
      return true;
    case "campaign":
      return (await tx.campaign.count({ where: { shopId, id: scope.id } })) > 0;
    case "group":
      return (await tx.campaignGroup.count({ where: { shopId, number: scope.number } })) > 0;
  }
}

/** An account that never ordered has no standing yet. */
const ACCOUNT = `
  INSERT INTO standing AS s (shop_id, customer_id, person_id, memberships)
  VALUES ($1::int, $2::text::bigint, $3::text::bigint, '{}')
  ON CONFLICT (shop_id, customer_id) DO UPDATE SET person_id = COALESCE(s.person_id, excluded.person_id)`;
