import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { MOST_CODES } from "#app/domain/campaign/read-codes.ts";
import { roomLeft } from "#app/domain/code/guess-odds.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { codeSpaceOf } from "./code-space.server.ts";
import { orderImport, type Order } from "./order-import.server.ts";
import { startBatch } from "./start-batch.server.ts";

type Form = { count: string; importId: string };

/** Gives a campaign more codes: made from where its last batch stopped, or brought by somebody. */
export async function addCodes(
  deps: Deps,
  actor: Actor,
  campaignId: string,
  form: Form,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(campaignId)) return notFound();
  const shop = await shopOf(deps, shopId);
  const now = deps.now();
  const key = { shopId_id: { shopId, id: campaignId } };
  return deps.database.prisma.$transaction(async (tx) => {
    if (form.importId.trim() !== "") await lockPeople(tx, shopId);
    await tx.$queryRaw`SELECT 1 FROM campaign WHERE shop_id = ${shopId} AND id = ${campaignId}::uuid FOR UPDATE`;
    const campaign = await tx.campaign.findUnique({ where: key });
    if (!campaign) return notFound();
    if (campaign.wanted === "ended") {
      const message = "This campaign has ended, so it takes no more codes.";
      return refuse({ kind: "conflict", message });
    }
    const order = await orderOf(tx, shop, campaign, form);
    if ("problem" in order) return invalid(order.problem);
    const { wanted } = order;
    await tx.campaign.update({
      where: key,
      data: {
        codeCount: { increment: wanted },
        syncState: "waiting",
        syncAskedBy: actor.name,
        syncError: null,
        updatedAt: now,
      },
    });
    await startBatch(deps, tx, actor, shop, campaign, order);
    const subject = { kind: "campaign", id: campaignId, name: campaign.name } as const;
    await recordAudit(tx, actor, now, "codes.added", subject, { after: { codes: wanted } });
    await deps.jobs.send("sync-campaign", { shopId, campaignId }, { transaction: tx });
    return done({ id: campaignId });
  });
}

async function orderOf(
  tx: Transaction,
  shop: Shop,
  campaign: Campaign,
  { count, importId }: Form,
): Promise<Order> {
  if (importId.trim() !== "") return orderImport(tx, campaign, importId);
  const problem = (message: string) => ({ problem: { field: "count", message } });
  const wanted = /^\d{1,9}$/.test(count.trim()) ? Number(count) : 0;
  if (wanted < 1 || wanted > MOST_CODES)
    return problem(`Enter how many codes to make, from 1 to ${MOST_CODES}.`);
  if (campaign.codePrefix === null)
    return problem("This campaign has no unique codes to make more of.");
  const room = roomLeft(
    codeSpaceOf(shop, campaign),
    campaign.nextSerial + (await ordered(tx, campaign)),
  );
  if (wanted <= room) return { wanted, importId: null };
  const most = room === 0 ? "No more codes fit" : `At most ${room} more codes fit`;
  return problem(
    `${most}: past that, every second guess would find one. Make ${room === 0 ? "more" : "the others"} in a new campaign with longer codes.`,
  );
}

/** Codes that batches under way have yet to make. The campaign's row is held, so the number stays true. */
async function ordered(tx: Transaction, { shopId, id }: Campaign): Promise<number> {
  const { _sum } = await tx.codeBatch.aggregate({
    where: { shopId, campaignId: id, source: "made", state: "making" },
    _sum: { wanted: true, made: true },
  });
  return (_sum.wanted ?? 0) - (_sum.made ?? 0);
}

function notFound() {
  return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
}
