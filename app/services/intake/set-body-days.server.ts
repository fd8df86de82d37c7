import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { BODY_DAYS } from "#app/domain/insight/intake.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Decides how long stored webhooks are kept. */
export async function setBodyDays(
  deps: Deps,
  actor: Actor,
  text: string,
): Promise<Outcome<{ bodyDays: number }>> {
  const { shopId } = actor;
  if (!can(actor, "privacy.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("privacy.manage") });
  const bodyDays = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const { least, most } = BODY_DAYS;
  if (!(bodyDays >= least && bodyDays <= most))
    return invalid({
      field: "bodyDays",
      message: `Give a whole number of days from ${least} to ${most}.`,
    });
  return deps.database.prisma.$transaction(async (tx) => {
    const before = await tx.shop.findUniqueOrThrow({ where: { id: shopId } });
    await tx.shop.update({ where: { id: shopId }, data: { bodyDays } });
    const subject = { kind: "shop", id: String(shopId), name: before.name } as const;
    await recordAudit(tx, actor, deps.now(), "shop.retention_set", subject, {
      before: { bodyDays: before.bodyDays },
      after: { bodyDays },
    });
    return done({ bodyDays });
  });
}
