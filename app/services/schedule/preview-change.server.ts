import type { Actor } from "#app/domain/access/actor.ts";
import type { ChangePreview, ChangeWarning } from "#app/domain/schedule/change.ts";
import { readChange, type ChangeForm } from "#app/domain/schedule/read-change.ts";
import { UNDO_WORDS } from "#app/domain/schedule/undo-of.ts";
import { warningsOf } from "#app/domain/schedule/warnings.ts";
import { done, invalid, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { chosenCodes } from "../code/chosen-codes.server.ts";
import { findCampaign } from "../campaign/find-campaign.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { judgeChange, nameProblem, type Judged } from "./judge-change.server.ts";
import { presentCodes } from "./load-facts.server.ts";
import { planChange } from "./plan-change.server.ts";

/** What a change will do, at its time and by what is known now. Changes nothing, and asks nothing of Shopify. */
export async function previewChange(
  deps: Deps,
  actor: Actor,
  campaignId: string,
  form: ChangeForm,
): Promise<Outcome<ChangePreview>> {
  const found = await findCampaign(deps, actor, campaignId, "campaign.edit");
  if (!found.ok) return found;
  const { value: campaign } = found;
  const { prisma } = deps.database;
  const shop = await shopOf(deps, actor.shopId);
  const read = readChange(form, zoneOf(shop.timeZone), deps.now());
  if (!read.ok) return read;
  const { action, dueAt } = read.value;
  const judgement = await judgeChange(prisma, campaign, read.value);
  if (!judgement.ok) return invalid(judgement.problem);
  const { judged } = judgement;
  const mislabelled = await nameProblem(deps, shop, campaign, judged);
  if (mislabelled) return invalid(mislabelled);
  const { before, after } = judged;
  return done({
    ...{ action, before, after, dueAt: dueAt.toISOString(), isNow: form.at.trim() === "" },
    ...(await planChange(deps, shop, campaign, judged)),
    warnings: [...warningsOf(judged), ...(await ownWarnings(deps, campaign, judged))],
    undo: UNDO_WORDS[action.kind],
  });
}

/** What is said of the campaign itself. */
async function ownWarnings(
  deps: Deps,
  campaign: Campaign,
  { change: { action } }: Judged,
): Promise<ChangeWarning[]> {
  const error = campaign.syncError ?? "";
  const failed: ChangeWarning[] =
    campaign.syncState === "failed" ? [{ kind: "not_synced", error }] : [];
  if (action.kind !== "rotate" || campaign.codeKind === "public") return failed;
  const { prisma } = deps.database;
  const [present] = await presentCodes(prisma, campaign, [action.codeId]);
  const [code] = present ? await chosenCodes(prisma, campaign, [present.id]) : [];
  return code && code.uses > 0 ? [...failed, { kind: "counts_anew", uses: code.uses }] : failed;
}
