import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  PERMISSIONS,
  readPermission,
  type Permission,
  type PermittedTopic,
} from "#app/domain/insight/permission.ts";
import type { AuditAction } from "#app/domain/audit/event.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { notAsked } from "../sync/not-asked.server.ts";
import { keepSubscriptions, type Subscribed } from "./keep-subscriptions.server.ts";

/** Has Shopify tell from now on what the merchant just allowed. What is told already is not recorded again. */
export async function askPermission(
  deps: Deps,
  actor: Actor,
  asked: string,
): Promise<Outcome<{ permission: Permission }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const permission = readPermission(asked);
  if (!permission) return refuse({ kind: "not_found", message: UNKNOWN });
  const topics: readonly PermittedTopic[] = PERMISSIONS[permission].topics;
  const subscribed = await subscribedFor(deps, actor, permission, topics).catch(notAsked);
  if (typeof subscribed === "string") return refuse({ kind: "conflict", message: subscribed });
  const refused = subscribed.refused.find(({ topic }) => topics.includes(topic));
  if (refused) return refuse({ kind: "conflict", message: refusedWords(permission, refused) });
  if (topics.some((topic) => !subscribed.told.includes(topic)))
    return refuse({ kind: "conflict", message: NOT_ALLOWED });
  return done({ permission });
}

async function subscribedFor(
  deps: Deps,
  actor: Actor,
  permission: Permission,
  topics: readonly PermittedTopic[],
): Promise<Subscribed> {
  const { shopId } = actor;
  const { name } = await shopOf(deps, shopId);
  const subject = { kind: "shop", id: String(shopId), name } as const;
  return keepSubscriptions(deps, { shopId }, async (client, added) => {
    if (added.some((topic) => topics.includes(topic)))
      await recordAudit(client, actor, deps.now(), AUDITED[permission], subject);
  });
}

const AUDITED: Record<Permission, AuditAction> = {
  disputes: "disputes.asked",
  merges: "merges.asked",
};

const CALLED: Record<Permission, string> = {
  disputes: "chargebacks",
  merges: "merged customers",
};

const refusedWords = (permission: Permission, { reason }: Subscribed["refused"][number]) =>
  `You gave the permission, but Shopify refused to tell of ${CALLED[permission]}: “${reason}”. It is tried again every day; to try now, press the button again.`;

const UNKNOWN =
  "This address names no permission. Open Settings, Orders and numbers, and allow it there.";
const NOT_ALLOWED =
  "Shopify has not given the permission yet. Allow it in Shopify’s question, then try again.";
