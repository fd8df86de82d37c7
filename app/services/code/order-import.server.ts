import type { Problem } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import {
  canHoldLimits,
  countedLimitsOf,
  LISTED_AT_CHECKOUT,
} from "../campaign/campaign-row.server.ts";
import { claimImport, IMPORT_GONE, readyImport } from "../import/claim-import.server.ts";

/** What a batch is to be of, or why it cannot be. */
export type Order = { wanted: number; importId: string | null } | { problem: Problem };

/** Takes an import for a campaign, in the transaction that adds its codes; one that cannot be taken stays. */
export async function orderImport(
  tx: Transaction,
  campaign: Campaign,
  importId: string,
): Promise<Order> {
  const { shopId, codeKind, codeCount } = campaign;
  const problem = (message: string) => ({ problem: { field: "importId", message } });
  if (codeKind === "public")
    return problem("This campaign has one public code. Make a new campaign for these codes.");
  const ready = await readyImport(tx, shopId, importId);
  if (!ready) return problem(IMPORT_GONE);
  const together = { codeKind, codeCount: codeCount + ready.good };
  if (!canHoldLimits(together, countedLimitsOf(campaign))) {
    const fit = Math.max(0, LISTED_AT_CHECKOUT - codeCount);
    const other =
      fit > 0 ? `Change the limit first, or bring at most ${fit}.` : "Change the limit first.";
    return problem(
      `With these codes the list has ${together.codeCount}. For one of more than ${LISTED_AT_CHECKOUT} the checkout can hold “once per customer” or no limit, and no cap per customer; this campaign has another. ${other}`,
    );
  }
  if (!(await claimImport(tx, shopId, ready.id))) return problem(IMPORT_GONE);
  return { wanted: ready.good, importId: ready.id };
}
