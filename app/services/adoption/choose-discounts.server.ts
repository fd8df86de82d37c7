import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { storeSubject } from "./store-subject.server.ts";
import { isUnderWay } from "./under-way.server.ts";

/** Ids of discounts, or all that can be adopted. */
export type Choice = readonly string[] | "all";

const ID = /^[0-9]{1,18}$/;

/** As it is posted: ids with commas between, or "all". */
export function choiceOf(text: string): Choice {
  return text === "all" ? "all" : text.split(",");
}

/** Null for all. What is no id is of no discount. */
export function idsOf(choice: Choice): string[] | null {
  return choice === "all" ? null : choice.filter((id) => ID.test(id));
}

/** Has discounts become campaigns; a job does it, one after the other. Nothing is written to Shopify by it. */
export async function chooseDiscounts(
  deps: Deps,
  actor: Actor,
  choice: Choice,
): Promise<Outcome<{ chosen: number }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const ids = idsOf(choice);
  return deps.database.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM shop WHERE id = ${shopId} FOR UPDATE`;
    const busy = await isUnderWay(tx, shopId);
    if (busy) return refuse({ kind: "conflict", message: busy });
    const now = deps.now();
    const by = JSON.stringify(actor);
    const rows = await queryIn(tx, CHOOSE, [shopId, ids, now, by]);
    const [adoption] = await queryIn<{ id: string }>(tx, COUNT, [shopId, rows.length, now]);
    if (rows.length === 0 || !adoption) {
      const message =
        "None of these can be adopted any more. Reload the page to see how they stand.";
      return refuse({ kind: "conflict", message });
    }
    const subject = await storeSubject(tx, shopId);
    await recordAudit(tx, actor, now, "store.adopted", subject, {
      after: { discounts: rows.length },
    });
    const job = { shopId, adoptionId: adoption.id };
    await deps.jobs.send("adopt-discounts", job, { transaction: tx });
    return done({ chosen: rows.length });
  });
}

const CHOOSE = `
  UPDATE discount_mapping SET chosen_at = $3::timestamptz, chosen_by = $4::text::jsonb, refused = NULL
  WHERE shop_id = $1::int AND result = 'campaign' AND ($2::text[] IS NULL OR discount_id = ANY ($2::text[]::bigint[]))
  RETURNING 1 AS chosen`;

const COUNT = `
  UPDATE adoption SET chosen = $2::int, adopted = 0, refused = 0, chosen_at = $3::timestamptz
  WHERE shop_id = $1::int AND $2::int > 0
    AND id = (SELECT id FROM adoption WHERE shop_id = $1::int AND state = 'read' ORDER BY created_at DESC LIMIT 1)
  RETURNING id`;
