import type { Convention } from "#app/domain/naming/convention.ts";
import type { Dimensions } from "#app/domain/naming/dimensions.ts";
import { planRename } from "#app/domain/naming/migrate/plan-rename.ts";
import type {
  NamedCampaign,
  RenameStep,
  RenameSummary,
} from "#app/domain/naming/migrate/rename-plan.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import { loadConvention, type LoadedConvention } from "./load-convention.server.ts";

/** A campaign named by an older version, and what the newest means for it. */
export type PlannedRename = {
  id: string;
  name: string;
  setId: number;
  version: number;
  uses: number;
  dimensions: Dimensions;
  step: RenameStep;
};

export type LoadedRenamePlan = {
  newest: LoadedConvention;
  rows: PlannedRename[];
  summary: RenameSummary;
};

/** What the newest version of an active convention means for campaigns of older ones; null when there is none. */
export async function loadRenamePlan(
  db: Transaction,
  shopId: number,
  conventionId: string,
  now: Date,
): Promise<LoadedRenamePlan | null> {
  const newest = await loadConvention(db, shopId, conventionId);
  if (!newest) return null;
  const found = await queryIn<Row>(db, OLDER, [shopId, conventionId, newest.version, now]);
  const versions = await conventionsOf(db, shopId, conventionId, found);
  const campaigns = found.flatMap((row): NamedCampaign[] => {
    const convention = versions.get(row.version);
    return convention ? [{ ...row, convention }] : [];
  });
  const names = await db.campaign.findMany({
    where: { shopId },
    select: { id: true, name: true },
  });
  const taken = new Map(names.map(({ id, name }) => [name, id]));
  const plan = planRename(campaigns, newest.convention, taken);
  const steps = new Map(plan.steps.map(({ id, step }) => [id, step]));
  const rows = found.flatMap((row): PlannedRename[] => {
    const step = steps.get(row.id);
    return step ? [{ ...row, step }] : [];
  });
  return { newest, rows, summary: plan.summary };
}

async function conventionsOf(
  db: Transaction,
  shopId: number,
  id: string,
  rows: readonly Row[],
): Promise<Map<number, Convention>> {
  const versions = new Map<number, Convention>();
  for (const version of new Set(rows.map((row) => row.version))) {
    const loaded = await loadConvention(db, shopId, id, version);
    if (loaded) versions.set(version, loaded.convention);
  }
  return versions;
}

type Row = Omit<NamedCampaign, "convention"> & { setId: number; version: number };

const OLDER = `
  SELECT c.id::text AS id, c.name, c.code_kind AS kind, s.id AS "setId", s.convention_version AS version, s.dimensions,
    c.wanted <> 'ended' AND (c.ends_at IS NULL OR c.ends_at > $4::timestamptz) AS live,
    (SELECT count(*)::int FROM code k WHERE k.shop_id = c.shop_id AND k.campaign_id = c.id) AS codes,
    (SELECT COALESCE(sum(r.redemptions - r.reversals), 0)::int FROM rollup r
      WHERE r.shop_id = c.shop_id AND r.grain = 'campaign' AND r.key = c.id::text) AS uses
  FROM campaign c JOIN dimension_set s ON s.shop_id = c.shop_id AND s.id = c.dimension_set_id
  WHERE c.shop_id = $1::int AND s.convention_id = $2::uuid AND s.convention_version < $3::int
  ORDER BY uses DESC, c.name`;
