import { codeKey } from "#app/domain/code/code-key.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readRedeemCodes } from "#app/infra/admin-api/documents/codes.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { differentCodes } from "./different-codes.server.ts";
import { noteRedeemCodes } from "./note-redeem-codes.server.ts";

type Job = { shopId: number; campaignId: string };

/** Codes told of in one transaction. */
const PIECE = 5_000;

/**
 * Reads every code of a campaign's discount and compares: codes that nobody here made are taken over; codes that were
 * taken for live because an answer was lost, and are not there, are offered again; others that are missing were removed
 * by somebody.
 */
export async function compareCodes(deps: Deps, job: Job): Promise<void> {
  const { shopId, campaignId } = job;
  const ran = await ifUnlocked(deps.database.pool, `sync:${shopId}:${campaignId}`, () =>
    run(deps, job),
  );
  if (!ran) await deps.jobs.send("compare-codes", job, { afterSeconds: 10 });
}

async function run(deps: Deps, { shopId, campaignId }: Job): Promise<void> {
  const campaign = await deps.database.prisma.campaign.findUnique({
    where: { shopId_id: { shopId, id: campaignId } },
  });
  if (!campaign?.discountId) return;
  const discountId = numericId(campaign.discountId);
  const api = deps.adminApi((await shopOf(deps, shopId)).domain, { lane: "batch" });
  const startedAt = deps.now();
  for await (const page of codesOf(api, campaign.discountId)) {
    await deps.database.pool.query(KEEP, [shopId, discountId, JSON.stringify(page), deps.now()]);
  }
  const { pool } = deps.database;
  await pool.query(FORGET, [shopId, discountId, startedAt]);
  const values = [shopId, discountId, campaignId];
  const { rowCount } = await pool.query(OFFER_AGAIN, values);
  const different = await differentCodes(deps, { shopId, campaignId, discountId });
  const told = different.map((each) => ({ ...each, discountId }));
  for (let at = 0; at < told.length; at += PIECE) {
    await inTransaction(pool, (client) =>
      noteRedeemCodes(deps, client, shopId, told.slice(at, at + PIECE), "sweep"),
    );
  }
  if (!rowCount) return;
  await deps.database.prisma.campaign.updateMany({
    where: { shopId, id: campaignId, syncState: "synced" },
    data: { syncState: "waiting", syncAskedBy: "sweep", updatedAt: deps.now() },
  });
  await deps.jobs.send("sync-campaign", { shopId, campaignId });
}

type PageRow = { id: string; code: string; key: string; uses: number };

async function* codesOf(api: AdminApi, id: string): AsyncGenerator<PageRow[]> {
  let after: string | null = null;
  do {
    const { codeDiscountNode } = await api.run(readRedeemCodes, { id, after });
    const discount: object = codeDiscountNode?.codeDiscount ?? {};
    if (!("codes" in discount)) return;
    const { nodes, pageInfo } = (discount as Page).codes;
    yield nodes.map(({ id: gid, code, asyncUsageCount: uses }) => ({
      ...{ id: numericId(gid), code, key: codeKey(code), uses },
    }));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
}

type Page = {
  codes: {
    nodes: { id: string; code: string; asyncUsageCount: number }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

const KEEP = `
  INSERT INTO redeem_code (shop_id, id, discount_id, code, code_key, uses, read_at)
  SELECT $1, t.id, $2, t.code, t.key, t.uses, $4
  FROM json_to_recordset($3::json) AS t (id bigint, code text, key text, uses int)
  ON CONFLICT (shop_id, id) DO UPDATE SET code = EXCLUDED.code, code_key = EXCLUDED.code_key,
    discount_id = EXCLUDED.discount_id, uses = EXCLUDED.uses, read_at = EXCLUDED.read_at`;

const FORGET = "DELETE FROM redeem_code WHERE shop_id = $1 AND discount_id = $2 AND read_at < $3";

/** Taken for live by the first and the last of its submission. */
const OFFER_AGAIN = `
  UPDATE code k SET state = 'pending', is_presumed = false
  WHERE k.shop_id = $1 AND k.campaign_id = $3 AND k.state = 'live' AND k.is_presumed
    AND NOT EXISTS (SELECT 1 FROM redeem_code r WHERE r.shop_id = $1 AND r.discount_id = $2 AND r.code_key = k.code_key)`;
