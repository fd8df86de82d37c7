import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { LONGEST_CHANNEL } from "#app/domain/issuance/read-issuance.ts";
import type { IssuanceImport } from "#app/domain/issuance/summary.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { UnreadableFile } from "../import/unreadable-file.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readIssuanceList, type ReadList } from "./read-issuance-list.server.ts";
import { takeIssued } from "./take-issued.server.ts";

type List = { channel: string; body: ReadableStream<Uint8Array> | null };

/**
 * Notes from a list who was given a campaign or one of its codes. All of the list or nothing: with any row that cannot
 * be used, every such row is told and none is taken. Addresses are not kept, only keyed hashes.
 * @param campaignId the campaign of rows that name none
 */
export async function importIssuance(
  deps: Deps,
  actor: Actor,
  campaignId: string,
  { channel, body }: List,
): Promise<Outcome<IssuanceImport>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const campaign = isId(campaignId)
    ? await deps.database.prisma.campaign.findUnique({
        where: { shopId_id: { shopId, id: campaignId } },
      })
    : null;
  if (!campaign)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const usual = channel.trim();
  const say = `Say how it was issued, in at most ${LONGEST_CHANNEL} characters, such as newsletter.`;
  if (usual.length > LONGEST_CHANNEL) return invalid({ field: "channel", message: say });
  try {
    const list = await readIssuanceList(deps, await shopOf(deps, shopId), {
      ...{ campaign, channel: usual },
      body: body ?? new Blob().stream(),
    });
    const { rows, bad, problems } = list;
    if (usual === "" && list.issued.some(({ channel: own }) => own === ""))
      return invalid({ field: "channel", message: `${say} Or give every row a channel.` });
    if (bad > 0) return done({ rows, added: 0, bad, problems });
    return done({ rows, bad, problems, added: await take(deps, actor, campaign, list) });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return invalid({ field: "file", message: error.message });
  }
}

/** @returns how many were not known yet. */
async function take(
  deps: Deps,
  actor: Actor,
  { id, name }: Campaign,
  { rows, issued }: ReadList,
): Promise<number> {
  const subject = { kind: "campaign", id, name } as const;
  const shop = await shopOf(deps, actor.shopId);
  const taken = await takeIssued(deps, shop, issued, {
    record: (client, { added }) =>
      recordAudit(client, actor, deps.now(), "issuance.imported", subject, {
        after: { rows, added },
      }),
  });
  return taken.added;
}
