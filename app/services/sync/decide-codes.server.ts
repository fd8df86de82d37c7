import { DRIFT_CHOICES, type DriftChoice } from "#app/domain/discount/drift.ts";
import { done, invalid, refuse } from "#app/domain/shared/outcome.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Decide } from "./drift-decision.ts";

/** Codes were taken off the discount in Shopify: they are added again, or retired here as well. */
export const decideRemovedCodes: Decide = ({ campaign, drift, posted }) => {
  const choice = chosen(posted.all);
  if (!choice)
    return invalid({ field: "choice", message: "Add the codes again or leave them out." });
  if (drift.state !== "open") return refuse({ kind: "conflict", message: DECIDED });
  const state = choice === "keep" ? "retired" : "pending";
  return done({
    ...{ state: choice === "keep" ? "adopted" : "restored", columns: {} },
    ...{ before: { codes: "removed in Shopify" }, after: { codes: state } },
    syncs: choice === "restore",
    carryOut: (_, tx) => setRemoved(tx, campaign.shopId, campaign.id, state),
  });
};

/** Codes were added in Shopify and taken over: nothing is left to do, or they are removed there again. */
export const decideAddedCodes: Decide = ({ drift, posted }) => {
  const choice = chosen(posted.all);
  if (!choice) return invalid({ field: "choice", message: "Keep the codes or remove them." });
  if (drift.state !== "open" && drift.state !== "adopted")
    return refuse({ kind: "conflict", message: DECIDED });
  // To be replaced by their removal: what was added stands in no row yet that says so.
  if (choice === "restore") return refuse({ kind: "conflict", message: IN_SHOPIFY });
  const after = { codes: "kept" };
  return done({ state: "adopted", columns: {}, before: {}, after, syncs: false });
};

function chosen(text: string): DriftChoice | undefined {
  return DRIFT_CHOICES.find((known) => known === text);
}

async function setRemoved(tx: Transaction, shopId: number, campaignId: string, state: string) {
  await queryIn(tx, REMOVED, [shopId, campaignId, state]);
}

const REMOVED = `
  UPDATE code SET state = $3, error = NULL, creation_id = NULL, submission_id = NULL, redeem_code_id = NULL
  WHERE shop_id = $1::int AND campaign_id = $2::uuid AND state = 'removed'`;

const DECIDED = "Somebody has decided on this already. Reload to see what.";
const IN_SHOPIFY = "Remove these codes on the discount's page in Shopify; Bonafide follows.";
