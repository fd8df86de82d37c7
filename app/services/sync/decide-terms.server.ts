import { changedSince, decidedState, readChoices } from "#app/domain/discount/decide.ts";
import type { DriftChoices } from "#app/domain/discount/drift.ts";
import type { Difference } from "#app/domain/discount/merge.ts";
import { withoutCustomers } from "#app/domain/discount/without-customers.ts";
import { STOPPED } from "#app/domain/discount/terms.ts";
import { done, invalid, refuse } from "#app/domain/shared/outcome.ts";
import type { Prisma } from "#app/infra/db/generated/client.ts";
import { adoptColumns } from "./adopt-terms.server.ts";
import { desiredTerms, type SyncedCampaign } from "./desired-terms.server.ts";
import { driftStateOf, fieldsOf } from "./drift-row.server.ts";
import type { Decide, DriftDecision } from "./drift-decision.ts";
import { settleFields } from "./settle-fields.server.ts";

/**
 * Decides field by field. Of an open difference Shopify's side is taken over where a campaign can say it, and left
 * alone where it cannot; or ours is pushed. Of one that was adopted, ours before comes back, or it is put away.
 */
export const decideTerms: Decide = ({ campaign, drift, posted }) => {
  const fields = fieldsOf(drift);
  const choices = readChoices(fields, posted);
  if (!choices || fields.length === 0)
    return invalid({ field: "choices", message: "Choose for each field which side is to hold." });
  const state = driftStateOf(drift);
  // Uses were freed since, perhaps: the values are those of before.
  const then = { ...campaign, freed: drift.freed ?? campaign.freed };
  if (state === "open") return decideOpen(campaign, then, fields, choices);
  if (state !== "adopted") return refuse({ kind: "conflict", message: DECIDED });
  const restored = fields.filter(({ field }) => choices[field] === "restore");
  if (changedSince(restored, desiredTerms(then), "theirs").length > 0)
    return refuse({ kind: "conflict", message: CHANGED });
  const stopped = drift.wanted === "ended" ? "ended" : "paused";
  const columns = columnsOf(then, restored.map(back), stopped);
  return done({ ...decisionOf(fields, choices), columns, syncs: restored.length > 0 });
};

function decideOpen(
  campaign: SyncedCampaign,
  then: SyncedCampaign,
  fields: Difference[],
  choices: DriftChoices,
) {
  if (changedSince(fields, desiredTerms(then), "ours").length > 0)
    return refuse({ kind: "conflict", message: CHANGED });
  const kept = fields.filter(({ field }) => choices[field] === "keep");
  return done({
    ...decisionOf(fields, choices),
    columns: columnsOf(campaign, kept),
    syncs: true,
    carryOut: (_, tx) => settleFields(tx, campaign, fields, (field) => choices[field] ?? "restore"),
  } satisfies DriftDecision);
}

function decisionOf(fields: readonly Difference[], choices: DriftChoices) {
  const chosen = fields.map(({ field }) => choices[field]);
  return {
    state: decidedState(chosen),
    before: Object.fromEntries(
      fields.map(({ field, ours }) => [`ours ${field}`, withoutCustomers(ours)]),
    ),
    after: {
      ...Object.fromEntries(
        fields.map(({ field, theirs }) => [`Shopify’s ${field}`, withoutCustomers(theirs)]),
      ),
      ...Object.fromEntries(fields.map(({ field }) => [`decision on ${field}`, choices[field]])),
    },
  };
}

/** What a campaign cannot say stays as it is: it is only agreed on. @param stopped what a campaign is that is stopped. */
function columnsOf(
  campaign: SyncedCampaign,
  fields: readonly Difference[],
  stopped: "paused" | "ended" = "paused",
): Prisma.CampaignUncheckedUpdateInput {
  const columns: Prisma.CampaignUncheckedUpdateInput = {};
  for (const each of fields) {
    const isStopped = each.field === "endsAt" && each.theirs === STOPPED;
    Object.assign(columns, isStopped ? { wanted: stopped } : adoptColumns(campaign, each));
  }
  return columns;
}

function back(difference: Difference): Difference {
  return { ...difference, theirs: difference.ours, ours: difference.theirs };
}

const CHANGED =
  "The campaign has been changed here since this was found. Reload to see how it stands.";
const DECIDED = "Somebody has decided on this already. Reload to see what.";
