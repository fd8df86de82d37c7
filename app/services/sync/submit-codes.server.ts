import { setTimeout as sleep } from "node:timers/promises";

import { codeKey } from "#app/domain/code/code-key.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { addCodes, readCodeCreation, readCodeResults } from "#app/infra/admin-api/documents.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lookUpCode, type FoundCode } from "./put-discount.server.ts";
import { assertNoUserErrors, SyncFailure } from "./sync-failure.server.ts";

/** Shopify's own bound for one call. */
const CODES_A_CALL = 250;
/** A bulk creation Shopify has not finished by then is left for the next try. */
const PATIENCE_MS = 120_000;

type Submission = { creationId: string; codes: string[] };

/**
 * Adds the campaign's waiting codes to its discount, 250 at a time. What was handed over before a crash is looked at
 * first; what Shopify says is taken counts as added when it is this very discount that has it. So it can be stopped and
 * begun again anywhere: no code is missing and none is twice.
 */
export async function submitCodes(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  discountId: string,
): Promise<void> {
  for (const open of await openSubmissions(deps, campaign)) await settle(deps, api, campaign, open);
  for (;;) {
    const codes = await nextCodes(deps, campaign);
    if (codes.length === 0) return;
    const variables = { discountId, codes: codes.map((code) => ({ code })) };
    const { discountRedeemCodeBulkAdd } = await api.run(addCodes, variables);
    assertNoUserErrors(discountRedeemCodeBulkAdd?.userErrors, "add the codes");
    const creationId = discountRedeemCodeBulkAdd?.bulkCreation?.id;
    if (!creationId) throw new SyncFailure("Shopify took no codes and gave no reason. Try again.");
    await deps.database.pool.query(
      "UPDATE code SET creation_id = $4 WHERE shop_id = $1 AND campaign_id = $2 AND code_key = ANY ($3)",
      [campaign.shopId, campaign.id, codes.map(codeKey), creationId],
    );
    await settle(deps, api, campaign, { creationId, codes });
  }
}

async function nextCodes(deps: Deps, { shopId, id }: Campaign): Promise<string[]> {
  // What a cancelled batch has not handed over yet is no longer wanted.
  const cancelled = await deps.database.prisma.codeBatch.findMany({
    where: { shopId, campaignId: id, state: "cancelled" },
    select: { id: true },
  });
  const { rows } = await deps.database.pool.query<{ code: string }>(NEXT, [
    shopId,
    id,
    cancelled.map((batch) => batch.id),
    CODES_A_CALL,
  ]);
  return rows.map(({ code }) => code);
}

async function openSubmissions(deps: Deps, { shopId, id }: Campaign): Promise<Submission[]> {
  const rows = await deps.database.prisma.code.findMany({
    where: { shopId, campaignId: id, state: "pending", creationId: { not: null } },
    orderBy: { id: "asc" },
    select: { code: true, creationId: true },
  });
  const byCreation = Map.groupBy(rows, (row) => row.creationId ?? "");
  return [...byCreation].map(([creationId, group]) => ({
    creationId,
    codes: group.map(({ code }) => code),
  }));
}

/** Waits until Shopify has dealt with a submission, and notes what became of each code. */
async function settle(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  { creationId, codes }: Submission,
): Promise<void> {
  let pause = 100;
  for (let waited = 0; waited < PATIENCE_MS; waited += pause) {
    const { discountRedeemCodeBulkCreation: creation } = await api.run(readCodeCreation, {
      id: creationId,
    });
    // Shopify forgets a creation after a while: the codes are offered again, and found where they are.
    if (!creation) return release(deps, campaign, codes);
    if (creation.done) {
      const outcomes =
        creation.failedCount === 0
          ? codes.map(live)
          : await judge(api, campaign, codes, creationId);
      await deps.database.pool.query(NOTE, [
        campaign.shopId,
        campaign.id,
        JSON.stringify(outcomes),
        deps.now(),
      ]);
      return;
    }
    await sleep(pause);
    pause = Math.min(pause * 2, 2_000);
  }
  throw new Error("Shopify has not finished adding codes in time.");
}

async function release(deps: Deps, { shopId, id }: Campaign, codes: string[]): Promise<void> {
  await deps.database.prisma.code.updateMany({
    where: { shopId, campaignId: id, code: { in: codes } },
    data: { creationId: null },
  });
}

type CodeOutcome = { key: string; state: "live" | "failed"; error: string | null };

function live(code: string): CodeOutcome {
  return { key: codeKey(code), state: "live", error: null };
}

/** What became of each code of a submission in which some failed. */
async function judge(
  api: AdminApi,
  campaign: Campaign,
  codes: readonly string[],
  creationId: string,
): Promise<CodeOutcome[]> {
  const { discountRedeemCodeBulkCreation: creation } = await api.run(readCodeResults, {
    id: creationId,
  });
  const results = new Map(creation?.codes.nodes.map((result) => [codeKey(result.code), result]));
  const outcomes: CodeOutcome[] = [];
  for (const code of codes) {
    const key = codeKey(code);
    const result = results.get(key);
    const found = result?.discountRedeemCode ? null : await lookUpCode(api, campaign, code);
    if (!found || found.kind === "ours") outcomes.push(live(code));
    else outcomes.push({ key, state: "failed", error: reasonOf(found, result?.errors ?? []) });
  }
  return outcomes;
}

function reasonOf(found: FoundCode, errors: readonly { message: string }[]): string {
  if (found.kind === "taken") return `Already a code of “${found.title}” in Shopify.`;
  const reasons = errors.map(({ message }) => message).join(" ");
  return reasons || "Shopify did not add it and gave no reason.";
}

const NEXT = `
  SELECT code FROM code
  WHERE shop_id = $1 AND campaign_id = $2 AND state = 'pending' AND creation_id IS NULL
    AND (batch_id IS NULL OR batch_id <> ALL ($3::uuid[]))
  ORDER BY id LIMIT $4`;

/**
 * Every batch counts what was answered for its codes. The rate is measured since a mark that follows at most a minute
 * behind: past that, it moves up half the way.
 */
const NOTE = `
  WITH noted AS (
    UPDATE code SET state = new.state, error = new.error
    FROM jsonb_to_recordset($3::jsonb) AS new (key text, state text, error text)
    WHERE code.shop_id = $1 AND code.campaign_id = $2::uuid AND code.code_key = new.key AND code.state = 'pending'
    RETURNING code.batch_id, new.state
  ), counted AS (
    SELECT batch_id, count(*) FILTER (WHERE state = 'live')::int AS live,
           count(*) FILTER (WHERE state = 'failed')::int AS refused
    FROM noted WHERE batch_id IS NOT NULL GROUP BY batch_id
  )
  UPDATE code_batch b SET live = b.live + c.live, refused = b.refused + c.refused,
    marked_live = CASE WHEN $4::timestamptz - b.marked_at > interval '60 seconds'
      THEN b.marked_live + (b.live + b.refused - b.marked_live) / 2 ELSE b.marked_live END,
    marked_at = CASE WHEN $4::timestamptz - b.marked_at > interval '60 seconds'
      THEN b.marked_at + ($4::timestamptz - b.marked_at) / 2 ELSE COALESCE(b.marked_at, $4::timestamptz) END
  FROM counted c WHERE b.shop_id = $1 AND b.id = c.batch_id`;
