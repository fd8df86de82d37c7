import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { AuditAction } from "#app/domain/audit/event.ts";
import { judgeVerb, type CodeVerb } from "#app/domain/code/judge-verb.ts";
import type { CodeState } from "#app/domain/code/summary.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { holdCampaign } from "../campaign/write-change.server.ts";
import { chosenCodes, type ChosenCode } from "./chosen-codes.server.ts";
import { moveCodes } from "./move-codes.server.ts";

/** More than a page can select is a mistake of whoever calls. */
const MOST = 1_000;
/** Codes named in a sentence. */
const NAMED = 3;

/** `left`: which codes were left as they are, and why; null when none. */
export type ChangedCodes = { count: number; left: string | null };

const AUDIT: Record<CodeVerb, AuditAction> = {
  pause: "codes.paused",
  resume: "codes.resumed",
  retire: "codes.retired",
};

/**
 * Pauses, resumes or retires chosen codes. Shopify cannot suspend one code of a discount, so a paused one is taken out
 * of it and kept here, and put back when it is resumed. Those it cannot be done to are left as they are, and said.
 */
export async function changeCodes(
  deps: Deps,
  actor: Actor,
  verb: CodeVerb,
  { ids }: { ids: readonly string[] },
): Promise<Outcome<ChangedCodes>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const known = [...new Set(ids)].filter((id) => /^\d{1,18}$/.test(id));
  if (known.length === 0 || known.length > MOST)
    return invalid({ field: "ids", message: `Choose the codes to ${verb}, up to ${MOST}.` });
  return deps.database.prisma.$transaction(async (tx) => {
    const campaigns = await campaignsOf(tx, shopId, known);
    if (campaigns.length === 0)
      return refuse({ kind: "not_found", message: "Those codes do not exist in this shop." });
    let count = 0;
    const left: string[] = [];
    for (const id of campaigns) {
      const campaign = await holdCampaign(tx, shopId, id);
      if (!campaign) continue;
      const codes = await chosenCodes(tx, campaign, known);
      const changed = await changeOf(deps, tx, actor, verb, campaign, codes, left);
      count += changed;
    }
    const said = wordsOf(left);
    if (count === 0) return refuse({ kind: "conflict", message: said ?? "Nothing was changed." });
    return done({ count, left: said });
  });
}

/** In one order for everybody, so that nobody waits for the other. */
async function campaignsOf(tx: Transaction, shopId: number, ids: readonly string[]) {
  const rows = await queryIn<{ id: string }>(tx, CAMPAIGNS, [shopId, ids]);
  return rows.map(({ id }) => id);
}

const CAMPAIGNS = `
  SELECT DISTINCT campaign_id AS id FROM code
  WHERE shop_id = $1::int AND id = ANY ($2::text[]::bigint[]) ORDER BY campaign_id`;

async function changeOf(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  verb: CodeVerb,
  campaign: Campaign,
  codes: readonly ChosenCode[],
  left: string[],
): Promise<number> {
  const moved: { code: ChosenCode; to: CodeState }[] = [];
  for (const code of codes) {
    const judged = judgeVerb(verb, code);
    if ("to" in judged) moved.push({ code, to: judged.to });
    else left.push(`${code.code} ${judged.why}`);
  }
  if (moved.length === 0) return 0;
  const { shopId, id, name } = campaign;
  const now = deps.now();
  await moveCodes(tx, campaign, moved, now);
  await tx.campaign.update({
    where: { shopId_id: { shopId, id } },
    data: { syncState: "waiting", syncError: null, syncAskedBy: actor.name, updatedAt: now },
  });
  const named = moved.slice(0, NAMED).map(({ code }) => code.code);
  const more = moved.length > NAMED ? ` and ${moved.length - NAMED} more` : "";
  await recordAudit(
    tx,
    actor,
    now,
    AUDIT[verb],
    { kind: "campaign", id, name },
    {
      after: { codes: `${named.join(", ")}${more}` },
    },
  );
  await deps.jobs.send("sync-campaign", { shopId, campaignId: id }, { transaction: tx });
  return moved.length;
}

function wordsOf(left: readonly string[]): string | null {
  if (left.length === 0) return null;
  const more = left.length > NAMED ? ` So it is with ${left.length - NAMED} more.` : "";
  return `${left.slice(0, NAMED).join(". ")}.${more}`;
}
