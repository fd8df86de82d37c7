import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { exampleName } from "#app/domain/naming/example.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import type { ConventionSummary } from "#app/domain/naming/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Convention as ConventionRow } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { compiled } from "./load-convention.server.ts";

/** The naming conventions of a shop, oldest first: the active ones, or also those that were retired, at the end. */
export async function listConventions(
  deps: Deps,
  actor: Actor,
  { retired = false }: { retired?: boolean } = {},
): Promise<Outcome<ConventionSummary[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const rows = await deps.database.prisma.convention.findMany({
    where: { shopId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }, { version: "asc" }],
  });
  const campaigns = await campaignsByVersion(deps, shopId);
  const active = rows.filter((row) => row.active);
  const alive = new Set(active.map(({ id }) => id));
  const newest = new Map(rows.filter(({ id }) => !alive.has(id)).map((row) => [row.id, row]));
  const shown = retired ? [...active, ...newest.values()] : active;
  return done(
    shown.map((row) => ({
      ...summaryOf(row),
      versions: rows
        .filter(({ id }) => id === row.id)
        .map(({ version, pattern }) => ({
          version,
          pattern,
          campaigns: campaigns.get(`${row.id} ${version}`) ?? 0,
        }))
        .filter(({ version, campaigns: count }) => count > 0 || version === row.version)
        .reverse(),
    })),
  );
}

function summaryOf(row: ConventionRow): Omit<ConventionSummary, "versions"> {
  const convention = compiled(row.pattern, row.fields);
  const fields = [...convention.fields.values()].map(({ id, label, type }) => ({
    name: id,
    label,
    ...(type.kind === "list" ? { values: type.values.map(({ value }) => value) } : {}),
  }));
  const { id, version, name, pattern, active: isActive } = row;
  const { separator } = stemOf(convention);
  const unique = convention.unique && { ...convention.unique, separator };
  return { id, version, name, pattern, isActive, example: exampleName(convention), unique, fields };
}

async function campaignsByVersion(deps: Deps, shopId: number): Promise<Map<string, number>> {
  const { rows } = await deps.database.pool.query<{ key: string; count: number }>(BY_VERSION, [
    shopId,
  ]);
  return new Map(rows.map(({ key, count }) => [key, count]));
}

const BY_VERSION = `
  SELECT s.convention_id || ' ' || s.convention_version AS key, count(*)::int AS count
  FROM campaign c JOIN dimension_set s ON s.shop_id = c.shop_id AND s.id = c.dimension_set_id
  WHERE c.shop_id = $1 GROUP BY 1`;
