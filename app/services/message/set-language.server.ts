import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { isLanguage } from "#app/domain/guard/messages.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Sets the language that shoppers read whose own has no sentences: Shopify does not tell us the shop's. */
export async function setLanguage(
  deps: Deps,
  actor: Actor,
  language: string,
): Promise<Outcome<{ language: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isLanguage(language))
    return invalid({ field: "language", message: "Choose a language from the list." });
  return deps.database.prisma.$transaction(async (tx) => {
    const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId } });
    await tx.shop.update({ where: { id: shopId }, data: { locale: language } });
    const subject = { kind: "message", id: language, name: language } as const;
    await recordAudit(tx, actor, deps.now(), "message.language_set", subject, {
      before: { language: shop.locale },
      after: { language },
    });
    await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
    return done({ language });
  });
}
