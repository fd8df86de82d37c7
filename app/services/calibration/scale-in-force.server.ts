import { scaleSchema } from "#app/domain/calibration/scale.schema.ts";
import type { ScaleKnot } from "#app/domain/calibration/scale.ts";
import { FLAG_FROM } from "#app/domain/signal/weigh-signals.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";

export type ScaleInForce = {
  version: number | null;
  knots: ScaleKnot[];
  flagFrom: number;
  verdicts: number;
  createdAt: Date | null;
  createdBy: string | null;
};

/** What scores mean in a shop, and from where on orders are flagged; version null: as shipped. */
export async function scaleInForce(tx: AnyTransaction, shopId: number): Promise<ScaleInForce> {
  type Row = Omit<ScaleInForce, "knots"> & { knots: unknown };
  const [row] = await queryIn<Row>(tx, NEWEST, [shopId]);
  return row ? { ...row, knots: scaleSchema.parse(row.knots) } : SHIPPED;
}

const SHIPPED: ScaleInForce = {
  ...{ version: null, knots: [], flagFrom: FLAG_FROM, verdicts: 0 },
  ...{ createdAt: null, createdBy: null },
};

const NEWEST = `
  SELECT version, knots, flag_from AS "flagFrom", verdicts, created_at AS "createdAt", created_by AS "createdBy"
  FROM score_scale WHERE shop_id = $1::int ORDER BY version DESC LIMIT 1`;
