import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { codeKey } from "#app/domain/code/code-key.ts";
import { readAddresses } from "#app/domain/directory/read-addresses.ts";
import type { CodeOwnerForm } from "#app/domain/directory/summary.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { listedAddress } from "./listed-address.server.ts";

/**
 * Says whose a campaign's codes are, or one of them: an affiliate's, who brings others and is not to use it. Known by
 * e-mail, of which a keyed hash is kept. Orders with the code are compared with them from then on.
 */
export async function addCodeOwner(
  deps: Deps,
  actor: Actor,
  form: CodeOwnerForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const read = readAddresses(form.email);
  const [email] = read.ok ? read.addresses : [];
  if (!read.ok || email === undefined || read.addresses.length > 1)
    return invalid({ field: "email", message: "Enter one whole e-mail address." });
  const { prisma } = deps.database;
  const campaign = isId(form.campaign)
    ? await prisma.campaign.findUnique({ where: { shopId_id: { shopId, id: form.campaign } } })
    : null;
  if (!campaign) return invalid({ field: "campaign", message: "Choose a campaign that is there." });
  const key = codeKey(form.code) || null;
  const where = { shopId, campaignId: campaign.id, codeKey: key ?? "" };
  if (key !== null && (await prisma.code.count({ where })) === 0)
    return invalid({ field: "code", message: `${campaign.name} has no such code.` });
  const shop = await shopOf(deps, shopId);
  const address = listedAddress(shop, email);
  const { hash } = address;
  const now = deps.now();
  return prisma.$transaction(async (tx) => {
    await queryIn(tx, "SELECT 1 FROM shop WHERE id = $1::int FOR UPDATE", [shopId]);
    const owner = { shopId, role: "owner", campaignId: campaign.id, codeKey: key };
    if ((await tx.listedPerson.count({ where: { ...owner, hash } })) > 0)
      return invalid({ field: "email", message: "They are the owner already." });
    const id = deps.newId();
    await tx.listedPerson.create({
      data: { ...owner, ...address, id, createdBy: actor.name, createdAt: now },
    });
    const subject = { kind: "campaign", id: campaign.id, name: campaign.name } as const;
    await recordAudit(tx, actor, now, "code_owner.added", subject, { after: { code: key } });
    return done({ id });
  });
}
