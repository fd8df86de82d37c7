import { settleField } from "#app/domain/discount/decide.ts";
import type { DriftChoice } from "#app/domain/discount/drift.ts";
import type { Difference } from "#app/domain/discount/merge.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import { agreedOf } from "./agree.server.ts";
import { desiredTerms, type SyncedCampaign } from "./desired-terms.server.ts";

/**
 * Writes down what both sides agree on from now, after it was decided about fields. The campaign's own columns have to
 * be written before, in the same transaction.
 */
export async function settleFields(
  tx: Transaction,
  { shopId, id, freed }: Pick<SyncedCampaign, "shopId" | "id" | "freed">,
  fields: readonly Difference[],
  choiceOf: DriftChoice | ((field: Difference["field"]) => DriftChoice),
): Promise<void> {
  const key = { shopId_id: { shopId, id } };
  const row = await tx.campaign.findUniqueOrThrow({ where: key });
  const before = agreedOf(row);
  // Nothing was ever agreed on: then all that differs is pushed anyway.
  if (!before) return;
  const ours = desiredTerms({ ...row, freed });
  const agreed = fields.reduce((sofar, each) => {
    const choice = typeof choiceOf === "function" ? choiceOf(each.field) : choiceOf;
    return settleField(sofar, each, choice, ours);
  }, before);
  await tx.campaign.update({ where: key, data: { agreed } });
}
