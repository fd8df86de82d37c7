import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { isLanguage, readMessages, type MessageForm } from "#app/domain/guard/messages.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Keeps what the merchant wrote in one language, for all campaigns or one; the checkout says it within seconds. */
export async function saveMessages(
  deps: Deps,
  actor: Actor,
  { language, campaignNumber }: { language: string; campaignNumber: number },
  form: MessageForm,
): Promise<Outcome<{ language: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isLanguage(language))
    return invalid({ field: "language", message: "Choose a language from the list." });
  const read = readMessages(form);
  if (!read.ok) return invalid(...read.problems);
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const campaign =
      campaignNumber === 0
        ? null
        : await tx.campaign.findFirst({ where: { shopId, number: campaignNumber } });
    if (campaignNumber !== 0 && !campaign)
      return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
    const own = { shopId, campaignNumber, language };
    const before = await tx.refusalText.findMany({ where: own });
    await tx.refusalText.deleteMany({ where: own });
    const rows = read.own.flatMap(({ kind, sentence }) =>
      sentence ? [{ ...own, kind, ...sentence, updatedAt: now }] : [],
    );
    await tx.refusalText.createMany({ data: rows });
    const name = campaign ? `${language}, ${campaign.name}` : language;
    const subject = { kind: "message", id: language, name } as const;
    await recordAudit(tx, actor, now, "message.saved", subject, {
      before: Object.fromEntries(before.map(({ kind, general }) => [kind, general])),
      after: Object.fromEntries(rows.map(({ kind, general }) => [kind, general])),
    });
    await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
    return done({ language });
  });
}
