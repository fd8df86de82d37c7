import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { DimensionChoice } from "#app/domain/code/summary.ts";
import { choicesOf } from "#app/domain/naming/shape.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopFields } from "../naming/load-convention.server.ts";

export type CodeChoices = {
  campaigns: { id: string; name: string }[];
  dimensions: DimensionChoice[];
};

const MOST_CAMPAIGNS = 200;
/** A field with more values, such as an influencer's handle, is searched by text rather than picked. */
const MOST_VALUES = 200;

/** What a list of codes can be filtered by in this shop. */
export async function readCodeChoices(deps: Deps, actor: Actor): Promise<Outcome<CodeChoices>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const { prisma, pool } = deps.database;
  const campaigns = await prisma.campaign.findMany({
    where: { shopId },
    orderBy: { number: "desc" },
    take: MOST_CAMPAIGNS,
    select: { id: true, name: true },
  });
  const { rows } = await pool.query<{ field: string; value: string; names: number }>(VALUES, [
    shopId,
    MOST_VALUES,
  ]);
  const fields = await shopFields(prisma, shopId);
  const byField = Map.groupBy(rows, ({ field }) => field);
  const dimensions = [...byField].map(([id, values]) => {
    const field = fields.find((each) => each.id === id);
    const labels = field ? choicesOf(field) : null;
    return {
      field: id,
      label: field?.label ?? id,
      values: values.map(({ value, names }) => ({
        value,
        label: labels?.find((each) => each.value === value)?.label ?? value,
        names,
      })),
    };
  });
  return done({ campaigns, dimensions });
}

const VALUES = `
  SELECT field, value, names FROM (
    SELECT field, value, count(*)::int AS names,
           row_number() OVER (PARTITION BY field ORDER BY count(*) DESC, value) AS place
    FROM dimension_value WHERE shop_id = $1 GROUP BY field, value
  ) ranked WHERE place <= $2 ORDER BY field, names DESC, value`;
