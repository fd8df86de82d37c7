import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { AdoptionPreview } from "#app/domain/adoption/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { LISTED_AT_CHECKOUT } from "../campaign/campaign-row.server.ts";
import { idsOf, type Choice } from "./choose-discounts.server.ts";

/** What adopting these discounts would do. Reads only. */
export async function previewAdoption(
  deps: Deps,
  actor: Actor,
  choice: Choice,
): Promise<Outcome<AdoptionPreview>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const values = [shopId, idsOf(choice), LISTED_AT_CHECKOUT, deps.now()];
  const { rows } = await deps.database.pool.query<AdoptionPreview>(PREVIEW, values);
  const [preview] = rows;
  return preview
    ? done(preview)
    : refuse({ kind: "not_found", message: "There is nothing to adopt." });
}

const PREVIEW = `
  WITH chosen AS (
    SELECT m.name, m.code_kind, d.ends_at, (SELECT count(*) FROM redeem_code r
      WHERE r.shop_id = $1 AND r.discount_id = m.discount_id) AS codes
    FROM discount_mapping m JOIN discount d ON d.shop_id = m.shop_id AND d.id = m.discount_id
    WHERE m.shop_id = $1 AND m.result = 'campaign' AND ($2::text[] IS NULL OR m.discount_id = ANY ($2::text[]::bigint[]))
  )
  SELECT count(*)::int AS campaigns, COALESCE(sum(codes), 0)::int AS codes,
    count(*) FILTER (WHERE code_kind = 'public')::int AS "publicCodes",
    count(*) FILTER (WHERE code_kind = 'list')::int AS lists,
    count(*) FILTER (WHERE code_kind = 'list' AND codes > $3::int)::int AS "longLists",
    count(*) FILTER (WHERE ends_at <= $4)::int AS ended,
    COALESCE((array_agg(name ORDER BY codes DESC, name))[1:5], '{}') AS names
  FROM chosen`;
