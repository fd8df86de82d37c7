import type { Eligibility } from "#app/domain/policy/rule.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";

export type NamedSegment = { id: string; name: string };

/** The segments and tags a campaign asks for, each once, as `Eligibility` says them. */
export function membershipsIn({ all, any, none }: Eligibility): string[] {
  return [...new Set([...all, ...any, ...none])];
}

export function segmentsIn(who: Eligibility): string[] {
  return membershipsIn(who).filter((membership) => !membership.startsWith("#"));
}

/**
 * Has it learnt who is in the segments and has the tags that a campaign now asks for. Names are kept, because a page
 * has to call segments something while Shopify cannot be asked.
 */
export async function askMemberships(
  deps: Deps,
  tx: Transaction,
  shopId: number,
  { before, now, named }: Asked,
): Promise<void> {
  for (const { id, name } of named) {
    await tx.segment.upsert({
      where: { shopId_id: { shopId, id } },
      create: { shopId, id, name },
      update: { name },
    });
  }
  const known = before ? membershipsIn(before) : [];
  for (const membership of membershipsIn(now)) {
    if (known.includes(membership)) continue;
    await queryIn(tx, MARK, [shopId, membership, deps.now()]);
    if (membership.startsWith("#"))
      await deps.jobs.send("read-tag", { shopId, membership }, { transaction: tx });
    else
      await deps.jobs.send("read-segment", { shopId, segmentId: membership }, { transaction: tx });
  }
}

type Asked = { before: Eligibility | null; now: Eligibility; named: readonly NamedSegment[] };

/** Of whom it is known already, because another campaign asked once, it may not have been written. */
const MARK = `
  UPDATE standing s SET dirty_since = COALESCE(s.dirty_since, $3::timestamptz), changes = s.changes + 1, error = NULL,
    urgency = CASE WHEN s.dirty_since IS NULL THEN 1 ELSE LEAST(s.urgency, 1) END
  WHERE s.shop_id = $1::int AND s.memberships @> ARRAY[$2::text]`;
