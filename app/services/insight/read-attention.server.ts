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
import { EVERY_OPEN_CASE } from "#app/domain/case/summary.ts";
import { readCampaignNews } from "./read-campaign-news.server.ts";
import { readLeaks } from "./read-leaks.server.ts";
import { readAnomalies } from "./read-watch.server.ts";

const SHOWN = 3;
/** What ran high is news for so long; then it stands in its campaign's report. */
const ANOMALY_NEWS_MS = 2 * 24 * 60 * 60 * 1_000;

/** What a person should look at, the most pressing first, and alarms that somebody set aside lately. */
export async function readAttention(
  deps: Deps,
  actor: Actor,
  shop: Shop,
  { openCases, setAside }: { openCases: number; setAside: number },
): Promise<{ attention: AttentionItem[]; aside: Anomaly[] }> {
  const guard: AttentionItem[] = shop.guardError
    ? [{ kind: "guard_failed", error: shop.guardError }]
    : [];
  const full = await guardFull(deps, shop);
  const seesCases = openCases > 0 && can(actor, "flag.view", { shopId: shop.id });
  const since = new Date(deps.now().getTime() - ANOMALY_NEWS_MS);
  const [leaks, anomalies, news, drift, flags] = await Promise.all([
    readLeaks(deps, shop.id, { campaignId: null, which: "pressing", since, most: SHOWN }),
    readAnomalies(deps, shop.id, { campaignId: null, ofEach: true, since, most: SHOWN }),
    readCampaignNews(deps, shop.id, SHOWN),
    drifted(deps, actor),
    seesCases ? cases(deps, actor, openCases) : [],
  ]);
  const isOpen = (item: AttentionItem) => item.kind === "drift" && item.isOpen;
  const takenOver = drift.filter((item) => !isOpen(item));
  const open = drift.filter(isOpen);
  const attention = [
    ...guard,
    ...full,
    ...(setAside > 0 ? [{ kind: "set_aside", count: setAside } as const] : []),
    ...news.failed,
    ...leaks.map((each): AttentionItem => ({ kind: "leak", ...each })),
    ...anomalies
      .filter(({ aside }) => aside === null)
      .map((each): AttentionItem => ({ kind: "anomaly", ...each })),
    ...open,
    ...news.capped,
    ...news.undone,
    ...news.refused,
    ...flags,
    ...news.expiring,
    ...takenOver,
  ];
  return { attention, aside: anomalies.filter(({ aside }) => aside !== null) };
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

/** Those that are due first, and how many there are beside them. */
async function cases(deps: Deps, actor: Actor, openCases: number): Promise<AttentionItem[]> {
  const open = await listCases(deps, actor, { filter: EVERY_OPEN_CASE, cursor: null });
  if (!open.ok) return [];
  const shown = open.value.rows.slice(0, SHOWN);
  const count = openCases - shown.length;
  return [
    ...shown.map((found): AttentionItem => ({ kind: "case", found })),
    ...(count > 0 ? [{ kind: "more_cases", count } as const] : []),
  ];
}
