import { DRIFT_CHOICES } from "#app/domain/discount/drift.ts";
import { done, invalid, refuse } from "#app/domain/shared/outcome.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import { Prisma } from "#app/infra/db/generated/client.ts";
import type { Decide } from "./drift-decision.ts";

/** The discount was deleted in Shopify: it is made anew with all its codes, or the campaign ends. */
export const decideDeleted: Decide = ({ campaign, drift, posted }) => {
  const choice = DRIFT_CHOICES.find((known) => known === posted.all);
  if (!choice)
    return invalid({ field: "choice", message: "Make the discount anew or end the campaign." });
  if (drift.state !== "open") return refuse({ kind: "conflict", message: DECIDED });
  const before = { discount: "deleted in Shopify" };
  const gone = { discountId: null, agreed: Prisma.DbNull, syncedRevision: 0 };
  if (choice === "keep") {
    const columns = { ...gone, wanted: "ended" };
    return done({ state: "adopted", columns, before, after: { wanted: "ended" }, syncs: true });
  }
  return done({
    ...{ state: "restored", columns: gone, syncs: true, before },
    after: { discount: "made anew" },
    carryOut: (_, tx) => offerCodesAgain(tx, campaign.shopId, campaign.id),
  });
};

/** A discount's codes go with it: all of them have to be given to the next one. */
export async function offerCodesAgain(
  tx: Transaction,
  shopId: number,
  campaignId: string,
): Promise<void> {
  await queryIn(tx, AGAIN, [shopId, campaignId]);
}

const AGAIN = `
  WITH again AS (
    UPDATE code SET state = 'pending', error = NULL, creation_id = NULL, submission_id = NULL, redeem_code_id = NULL
    WHERE shop_id = $1::int AND campaign_id = $2::uuid AND state IN ('live', 'failed')
  )
  UPDATE code_batch SET live = 0, refused = 0, marked_live = 0, marked_at = NULL
  WHERE shop_id = $1::int AND campaign_id = $2::uuid`;

const DECIDED = "Somebody has decided on this already. Reload to see what.";
