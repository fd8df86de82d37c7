import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/can.ts";
import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import type { Leak } from "#app/domain/insight/leak.ts";
import type { Anomaly } from "#app/domain/insight/watch.ts";
import type { DriftSummary } from "#app/domain/discount/drift.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { ruleIdOf } from "../campaign/campaign-row.server.ts";
import { activeCampaigns } from "../guard/active-campaigns.server.ts";
import { guardHeldOf } from "../guard/guard-held.server.ts";
import { listDrift } from "../sync/list-drift.server.ts";
import { listCases } from "../case/list-cases.server.ts";
import { reachedCaps } from "./reached-caps.server.ts";
import { EVERY_OPEN_CASE } from "#app/domain/case/summary.ts";
import { failedChanges } from "./failed-changes.server.ts";
import { readLeaks } from "./read-leaks.server.ts";
import { readAnomalies } from "./read-watch.server.ts";

const SHOWN = 3;
const EXPIRING_MS = 7 * 24 * 60 * 60 * 1_000;
/** What ran high is news for so long; then it stands in its campaign's report. */
const ANOMALY_NEWS_MS = 2 * 24 * 60 * 60 * 1_000;
/** Below this share of use a campaign about to end is worth a reminder. */
const MOSTLY_UNUSED = 0.5;

/** What a person should look at, the most pressing first. */
export async function readAttention(
  deps: Deps,
  actor: Actor,
  shop: Shop,
  openCases: number,
): Promise<AttentionItem[]> {
  const guard: AttentionItem[] = shop.guardError
    ? [{ kind: "guard_failed", error: shop.guardError }]
    : [];
  const full = await guardFull(deps, shop);
  const seesCases = openCases > 0 && can(actor, "flag.view", { shopId: shop.id });
  const since = new Date(deps.now().getTime() - ANOMALY_NEWS_MS);
  const [leaks, anomalies, failed, drift, capped, undone, refused, flags, expiring] =
    await Promise.all([
      readLeaks(deps, shop.id, { campaignId: null, which: "pressing", since, most: SHOWN }),
      readAnomalies(deps, shop.id, { campaignId: null, isAside: false, since, most: SHOWN }),
      failedSyncs(deps, shop.id),
      drifted(deps, actor),
      reachedCaps(deps, shop.id, SHOWN),
      failedChanges(deps, shop.id, SHOWN),
      refusedCodes(deps, shop.id),
      seesCases ? cases(deps, actor) : [],
      expiringUnused(deps, shop.id),
    ]);
  const isOpen = (item: AttentionItem) => item.kind === "drift" && item.isOpen;
  const takenOver = drift.filter((item) => !isOpen(item));
  const open = drift.filter(isOpen);
  return [
    ...guard,
    ...full,
    ...failed,
    ...leaks.map((each): AttentionItem => ({ kind: "leak", ...each })),
    ...anomalies.map((each): AttentionItem => ({ kind: "anomaly", ...each })),
    ...open,
    ...capped,
    ...undone,
    ...refused,
    ...flags,
    ...expiring,
    ...takenOver,
  ];
}

/** Alarms that somebody set aside lately. */
export async function readAside(deps: Deps, shopId: number): Promise<Anomaly[]> {
  const since = new Date(deps.now().getTime() - ANOMALY_NEWS_MS);
  return readAnomalies(deps, shopId, { campaignId: null, isAside: true, since, most: SHOWN });
}

/** Leak alarms that somebody ended lately. */
export async function readEndedLeaks(deps: Deps, shopId: number): Promise<Leak[]> {
  const since = new Date(deps.now().getTime() - ANOMALY_NEWS_MS);
  return readLeaks(deps, shopId, { campaignId: null, which: "ended", since, most: SHOWN });
}

async function guardFull(deps: Deps, shop: Shop): Promise<AttentionItem[]> {
  const held = guardHeldOf(shop);
  const { overflow } = held;
  const ids = [...held.dropped, ...held.switched, ...held.folded];
  if (ids.length === 0) return [];
  const campaigns = await activeCampaigns(deps, shop.id);
  return (["dropped", "switched", "folded"] as const).flatMap((what): AttentionItem[] => {
    const named = campaigns
      .filter((campaign) => held[what].includes(ruleIdOf(campaign)))
      .map(({ id, name }) => ({ id, name }));
    return named.length > 0 ? [{ kind: "guard_full", what, overflow, campaigns: named }] : [];
  });
}

async function failedSyncs(deps: Deps, shopId: number): Promise<AttentionItem[]> {
  const rows = await deps.database.prisma.campaign.findMany({
    where: { shopId, syncState: "failed" },
    orderBy: { updatedAt: "desc" },
    take: SHOWN,
  });
  return rows.map(({ id, name, syncError }) => ({
    kind: "sync_failed",
    campaign: { id, name },
    error: syncError ?? "",
  }));
}

async function drifted(deps: Deps, actor: Actor): Promise<AttentionItem[]> {
  const drift = await listDrift(deps, actor);
  if (!drift.ok) return [];
  const isOpen = ({ state }: DriftSummary) => state === "open";
  const open = drift.value.filter(isOpen).slice(0, SHOWN);
  const takenOver = drift.value.filter((each) => !isOpen(each)).slice(0, SHOWN);
  return [...open, ...takenOver].map((each) => ({
    kind: "drift",
    id: each.id,
    campaign: { id: each.campaign.id, name: each.campaign.name },
    what: each.kind,
    isOpen: isOpen(each),
    fields: each.fields.map(({ field }) => ({ field })),
    count: each.count,
    foundAt: each.foundAt,
  }));
}

async function refusedCodes(deps: Deps, shopId: number): Promise<AttentionItem[]> {
  const { rows } = await deps.database.pool.query<{ id: string; name: string; count: number }>(
    // A campaign at a time: the index then leads to the refused ones, however many codes there are.
    `SELECT c.id, c.name, k.count FROM campaign c CROSS JOIN LATERAL (
       SELECT count(*)::int AS count FROM code k
       WHERE k.shop_id = c.shop_id AND k.campaign_id = c.id AND k.state = 'failed') k
     WHERE c.shop_id = $1 AND k.count > 0 ORDER BY k.count DESC LIMIT $2`,
    [shopId, SHOWN],
  );
  return rows.map(({ id, name, count }) => ({
    kind: "codes_refused",
    campaign: { id, name },
    count,
  }));
}

async function cases(deps: Deps, actor: Actor): Promise<AttentionItem[]> {
  const open = await listCases(deps, actor, { filter: EVERY_OPEN_CASE, cursor: null });
  return open.ok ? open.value.rows.slice(0, SHOWN).map((found) => ({ kind: "case", found })) : [];
}

type Expiring = { id: string; name: string; endsAt: Date; base: number | null; uses: number };

async function expiringUnused(deps: Deps, shopId: number): Promise<AttentionItem[]> {
  const now = deps.now();
  const { rows } = await deps.database.pool.query<Expiring>(EXPIRING, [
    shopId,
    now,
    new Date(now.getTime() + EXPIRING_MS),
    MOSTLY_UNUSED,
    SHOWN,
  ]);
  return rows.map(({ id, name, endsAt, base, uses }) => ({
    kind: "expiring",
    campaign: { id, name },
    endsAt: endsAt.toISOString(),
    unused: base === null ? null : base - uses,
  }));
}

const EXPIRING = `
  SELECT * FROM (
    SELECT c.id, c.name, c.ends_at AS "endsAt",
      CASE WHEN c.code_kind = 'unique' OR c.uses_per_code = 1 THEN c.code_count ELSE c.total_cap END AS base,
      (SELECT COALESCE(sum(redemptions - reversals), 0)::int FROM rollup r
        WHERE r.shop_id = c.shop_id AND r.grain = 'total' AND r.key = c.id::text) AS uses
    FROM campaign c
    WHERE c.shop_id = $1 AND c.wanted = 'on' AND c.starts_at <= $2 AND c.ends_at > $2 AND c.ends_at <= $3
  ) e
  WHERE base IS NULL AND uses = 0 OR uses < base * $4::float8
  ORDER BY "endsAt" LIMIT $5`;
