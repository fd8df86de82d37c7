import { policySchema } from "#app/domain/fair-use/policy.schema.ts";
import type { FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import { USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";

/** The policy in force with its version; null: the shop never saved one, and everything waits for a person. */
export async function policyInForce(
  tx: AnyTransaction,
  shopId: number,
): Promise<{ version: number | null; policy: FairUsePolicy }> {
  const [row] = await queryIn<{ version: number; content: unknown }>(tx, NEWEST, [shopId]);
  return row
    ? { version: row.version, policy: policySchema.parse(row.content) }
    : { version: null, policy: USUAL_POLICY };
}

const NEWEST =
  "SELECT version, content FROM fair_use_policy WHERE shop_id = $1::int ORDER BY fair_use_policy.version DESC LIMIT 1";
