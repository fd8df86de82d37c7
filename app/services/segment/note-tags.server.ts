import type pg from "pg";

import { tagMembership } from "#app/domain/policy/rule.ts";
import { setMembership } from "./set-membership.server.ts";

type Change = { customerId: string; tags: readonly string[]; has: boolean };

/** Notes that a customer got or lost tags, as far as some campaign asks for them. */
export async function noteTags(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  { customerId, tags, has: member }: Change,
  now: Date,
): Promise<void> {
  const { rows } = await db.query<{ membership: string }>(ASKED, [shopId, tags.map(tagMembership)]);
  for (const { membership } of rows) {
    await setMembership(db, { shopId, membership, customerIds: [customerId], member, now });
  }
}

const ASKED = `
  SELECT DISTINCT membership FROM campaign c,
    jsonb_array_elements_text((c.eligibility -> 'all') || (c.eligibility -> 'any') || (c.eligibility -> 'none'))
      AS membership
  WHERE c.shop_id = $1 AND c.wanted <> 'ended' AND c.eligibility IS NOT NULL AND membership = ANY ($2::text[])`;
