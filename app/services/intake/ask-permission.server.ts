import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { PERMISSIONS, readPermission, type Permission } from "#app/domain/insight/permission.ts";
import type { AuditAction } from "#app/domain/audit/event.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { adminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { SyncFailure } from "../sync/sync-failure.server.ts";
import { keepSubscriptions } from "./keep-subscriptions.server.ts";

/** Has Shopify tell from now on what the merchant just allowed. */
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
  const problem = await whySubscribingFailed(deps, shopId);
  if (problem !== null) return refuse({ kind: "conflict", message: problem });
  const { prisma } = deps.database;
  const topics = [...PERMISSIONS[permission].topics];
  const told = await prisma.toldTopic.count({ where: { shopId, topic: { in: topics } } });
  if (told < topics.length) return refuse({ kind: "conflict", message: NOT_ALLOWED });
  const { name } = await shopOf(deps, shopId);
  const subject = { kind: "shop", id: String(shopId), name } as const;
  await recordAudit(prisma, actor, deps.now(), AUDITED[permission], subject);
  return done({ permission });
}

async function whySubscribingFailed(deps: Deps, shopId: number): Promise<string | null> {
  try {
    await keepSubscriptions(deps, { shopId });
    return null;
  } catch (error) {
    if (error instanceof SyncFailure) return `${error.message} Try again in a minute.`;
    const { kind } = adminApiError(error);
    if (kind === "throttled" || kind === "unavailable") return BUSY;
    throw error;
  }
}

const AUDITED: Record<Permission, AuditAction> = {
  disputes: "disputes.asked",
  merges: "merges.asked",
};

const UNKNOWN =
  "This address names no permission. Open Settings, Orders and numbers, and allow it there.";
const BUSY = "Shopify did not answer. Try again in a minute.";
const NOT_ALLOWED =
  "Shopify has not given the permission yet. Allow it in Shopify’s question, then try again.";
