import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { INNOCENT_OVERSHOOT } from "#app/domain/flag/describe-overshoot.ts";
import type { FlagDetail } from "#app/domain/flag/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { flagOf, SELECT_FLAGS, type FlagRow } from "./flag-query.server.ts";

/** One flag with its evidence. */
export async function getFlag(deps: Deps, actor: Actor, id: string): Promise<Outcome<FlagDetail>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { rows } = isId(id)
    ? await deps.database.pool.query<FlagRow>(
        `${SELECT_FLAGS} WHERE f.shop_id = $1 AND f.id = $2`,
        [shopId, id],
      )
    : { rows: [] };
  const [row] = rows;
  if (!row) return refuse({ kind: "not_found", message: "That flag does not exist in this shop." });
  const { rows: held } = await deps.database.pool.query(DISQUALIFIED, [
    shopId,
    row.personId,
    row.campaignId,
  ]);
  return done({
    ...flagOf(row),
    evidence: row.evidence,
    innocent: INNOCENT_OVERSHOOT,
    disqualified: held.length > 0,
  });
}

const DISQUALIFIED = `
  SELECT 1 FROM disqualification d
  JOIN person p ON p.shop_id = d.shop_id AND p.id = d.person_id
  JOIN person asked ON asked.shop_id = d.shop_id AND asked.id = $2::bigint
  WHERE d.shop_id = $1 AND COALESCE(p.root_id, p.id) = COALESCE(asked.root_id, asked.id)
    AND d.lifted_at IS NULL AND (d.until IS NULL OR d.until >= CURRENT_DATE)
    AND (d.campaign_id IS NULL OR d.campaign_id = $3)
  LIMIT 1`;
