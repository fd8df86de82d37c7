import { DRIFT_CHOICES, type DriftChoice } from "#app/domain/discount/drift.ts";
import { done, invalid, refuse } from "#app/domain/shared/outcome.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Decide } from "./drift-decision.ts";
import { offerCodesAgain } from "./offer-codes-again.server.ts";

/** Codes were taken off the discount in Shopify: they are added again, or retired here as well. */
export const decideRemovedCodes: Decide = ({ campaign, drift, posted }) => {
  const choice = chosen(posted.all);
  if (!choice)
    return invalid({ field: "choice", message: "Add the codes again or leave them out." });
  if (drift.state !== "open") return refuse({ kind: "conflict", message: DECIDED });
  const isKept = choice === "keep";
  return done({
    ...{ state: isKept ? "adopted" : "restored", columns: {}, syncs: !isKept },
    before: { codes: "removed in Shopify" },
    after: { codes: isKept ? "retired" : "added again" },
    carryOut: async ({ now }, tx) => {
      if (isKept) await queryIn(tx, LEAVE_OUT, [campaign.shopId, campaign.id, now()]);
      else await offerCodesAgain(tx, campaign, ["removed"]);
    },
  });
};

/** Codes were added in Shopify and taken over: they stay, or are taken out there again. */
export const decideAddedCodes: Decide = ({ campaign, drift, posted }) => {
  const choice = chosen(posted.all);
  if (!choice) return invalid({ field: "choice", message: "Keep the codes or take them out." });
  if (drift.state !== "adopted") return refuse({ kind: "conflict", message: DECIDED });
  const before = { codes: "added in Shopify" };
  if (choice === "keep")
    return done({ state: "adopted", columns: {}, before, after: { codes: "kept" }, syncs: false });
  return done({
    ...{ state: "restored", columns: {}, before, after: { codes: "taken out" }, syncs: true },
    carryOut: async ({ now }, tx) => {
      await queryIn(tx, TAKE_OUT, [campaign.shopId, campaign.id, drift.id, now()]);
    },
  });
};

/** Paused codes were added again in Shopify: they are taken out once more, or work from now. */
export const decideReturnedCodes: Decide = ({ campaign, drift, posted }) => {
  const choice = chosen(posted.all);
  if (!choice)
    return invalid({ field: "choice", message: "Keep the codes paused or resume them." });
  if (drift.state !== "open") return refuse({ kind: "conflict", message: DECIDED });
  const isKept = choice === "keep";
  return done({
    ...{ state: isKept ? "adopted" : "restored", columns: {}, syncs: !isKept },
    before: { codes: "paused here, added again in Shopify" },
    after: { codes: isKept ? "resumed" : "paused again" },
    carryOut: async (_, tx) => {
      const values = [campaign.shopId, campaign.id, isKept ? "live" : "pausing"];
      await queryIn(tx, RETURNED, values);
    },
  });
};

function chosen(text: string): DriftChoice | undefined {
  return DRIFT_CHOICES.find((known) => known === text);
}

const OF_CAMPAIGN = "k.shop_id = $1::int AND k.campaign_id = $2::uuid";

/** They were the campaign's until now: orders of later are not. */
const LEAVE_OUT = `
  UPDATE code k SET state = 'retired', assigned_until = GREATEST($3::timestamptz, k.assigned_from),
    error = NULL, redeem_code_id = NULL
  WHERE ${OF_CAMPAIGN} AND k.state = 'removed'`;

const IS_THERE = "k.state IN ('live', 'returned', 'pausing')";

/** What is not in Shopify any more need not be taken out; what was replaced meanwhile goes its own way. */
const TAKE_OUT = `
  WITH out AS (
    UPDATE code k SET error = NULL,
      state = CASE WHEN ${IS_THERE} THEN 'retiring' ELSE 'retired' END,
      assigned_until = CASE WHEN NOT ${IS_THERE} THEN GREATEST($4::timestamptz, k.assigned_from) END
    WHERE ${OF_CAMPAIGN} AND k.drift_id = $3::uuid AND k.replaced_by_id IS NULL
      AND k.state IN ('live', 'returned', 'pausing', 'paused', 'removed', 'failed')
    RETURNING 1
  )
  UPDATE campaign c SET code_count = GREATEST(0, c.code_count - (SELECT count(*) FROM out)::int)
  WHERE c.shop_id = $1::int AND c.id = $2::uuid`;

const RETURNED = `UPDATE code k SET state = $3 WHERE ${OF_CAMPAIGN} AND k.state = 'returned'`;

const DECIDED = "Somebody has decided on this already. Reload to see what.";
