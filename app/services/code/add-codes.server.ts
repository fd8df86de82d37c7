import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { MOST_CODES } from "#app/domain/campaign/read-form.ts";
import { checkRoom } from "#app/domain/code/guess-odds.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { claimImport, IMPORT_GONE, readyImport } from "../import/claim-import.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { codeSpaceOf } from "./code-space.server.ts";
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
  return deps.database.prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM campaign WHERE shop_id = ${shopId} AND id = ${campaignId}::uuid FOR UPDATE`;
      const campaign = await tx.campaign.findUnique({ where: key });
      if (!campaign) return notFound();
      if (campaign.wanted === "ended") {
        const message = "This campaign has ended, so it takes no more codes.";
        return refuse({ kind: "conflict", message });
      }
      const space = campaign.codePrefix === null ? null : codeSpaceOf(shop, campaign);
      const order = await orderOf(tx, campaign, form, (count) =>
        space ? checkRoom(space, campaign.nextSerial + count) : null,
      );
      if ("problem" in order) return invalid(order.problem);
      const { wanted } = order;
      await tx.campaign.update({
        where: key,
        data: {
          codeCount: { increment: wanted },
          syncState: "waiting",
          syncError: null,
          updatedAt: now,
        },
      });
      await startBatch(deps, tx, actor, shop, campaign, order);
      const subject = { kind: "campaign", id: campaignId, name: campaign.name } as const;
      await recordAudit(tx, actor, now, "codes.added", subject, { after: { codes: wanted } });
      await deps.jobs.send("sync-campaign", { shopId, campaignId }, { transaction: tx });
      return done({ id: campaignId });
    },
    { timeout: 60_000 },
  );
}

type Order = { wanted: number; importId: string | null } | { problem: Problem };

async function orderOf(
  tx: Transaction,
  { shopId, codeKind }: Campaign,
  form: Form,
  room: (count: number) => ReturnType<typeof checkRoom> | null,
): Promise<Order> {
  if (form.importId.trim() !== "") {
    if (codeKind === "public") {
      const message = "This campaign has one public code. Make a new campaign for these codes.";
      return { problem: { field: "importId", message } };
    }
    const ready = await readyImport(tx, shopId, form.importId);
    if (!ready || !(await claimImport(tx, shopId, ready.id)))
      return { problem: { field: "importId", message: IMPORT_GONE } };
    return { wanted: ready.good, importId: ready.id };
  }
  const problem = (message: string) => ({ problem: { field: "count", message } });
  const count = /^\d{1,9}$/.test(form.count.trim()) ? Number(form.count) : 0;
  if (count < 1 || count > MOST_CODES)
    return problem(`Enter how many codes to make, from 1 to ${MOST_CODES}.`);
  const checked = room(count);
  if (!checked) return problem("This campaign has no unique codes to make more of.");
  return checked.ok ? { wanted: count, importId: null } : problem(checked.message);
}

function notFound() {
  return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
}
