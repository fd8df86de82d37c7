import { DRIFT_CHOICES } from "#app/domain/discount/drift.ts";
import { done, invalid, refuse } from "#app/domain/shared/outcome.ts";
import { Prisma } from "#app/infra/db/generated/client.ts";
import type { Decide } from "./drift-decision.ts";
import { OF_DISCOUNT, offerCodesAgain } from "./offer-codes-again.server.ts";

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
    carryOut: (_, tx) => offerCodesAgain(tx, campaign, OF_DISCOUNT),
  });
};

const DECIDED = "Somebody has decided on this already. Reload to see what.";
