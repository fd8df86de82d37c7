import type { DriftState } from "#app/domain/discount/drift.ts";
import type { Outcome } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Drift, Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { SyncedCampaign } from "./desired-terms.server.ts";

/** What is to be done about a difference, once a person has chosen. */
export type DriftDecision = {
  state: DriftState;
  /** What changes on the campaign itself. */
  columns: Prisma.CampaignUncheckedUpdateInput;
  /** For the activity log. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** What else changes, after the campaign, in the same transaction. */
  carryOut?: (deps: Deps, tx: Transaction) => Promise<void>;
  /** Whether Shopify has to be brought up to date. */
  syncs: boolean;
};

type Asked = {
  campaign: SyncedCampaign;
  drift: Drift;
  posted: { all: string; each: unknown };
};

/** One kind of difference: judges what was chosen, and says what follows. Writes nothing itself. */
export type Decide = (asked: Asked) => Outcome<DriftDecision>;
