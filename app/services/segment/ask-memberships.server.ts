import type { Eligibility } from "#app/domain/policy/rule.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
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
    if (membership.startsWith("#"))
      await deps.jobs.send("read-tag", { shopId, membership }, { transaction: tx });
    else
      await deps.jobs.send("read-segment", { shopId, segmentId: membership }, { transaction: tx });
  }
}

type Asked = { before: Eligibility | null; now: Eligibility; named: readonly NamedSegment[] };
