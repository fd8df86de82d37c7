import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { usedShare } from "#app/domain/campaign/used-share.ts";
import type { CampaignDay, CampaignDetail } from "#app/domain/campaign/summary.ts";
import { guessOdds } from "#app/domain/code/guess-odds.ts";
import { describeDimensions } from "#app/domain/naming/describe-dimensions.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { lastDays } from "#app/domain/shared/days.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { alphabetOf } from "../code/code-space.server.ts";
import { batchesOf } from "../code/list-batches.server.ts";
import { isId, loadConvention } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { budgetOf } from "./campaign-budget.server.ts";
import {
  NUMBER_COLUMNS,
  NUMBERS,
  summaryOf,
  type CampaignNumbers,
} from "./campaign-query.server.ts";
import { eligibilityOf, guestPolicyOf, limitsOf, wantedOf } from "./campaign-row.server.ts";
import { notHeld } from "./not-held.server.ts";
import { combinesOf, itemsOf, minimumOf } from "./offer-columns.server.ts";
import { termNames } from "./term-names.server.ts";

const DAYS_SHOWN = 30;

/** Everything about one campaign. */
export async function getCampaign(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<CampaignDetail>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const row = isId(id)
    ? await deps.database.prisma.campaign.findFirst({ where: { shopId, id } })
    : null;
  if (!row)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const now = deps.now();
  const numbers = await numbersOf(deps, row);
  const codeStates = await statesOf(deps, row);
  return done({
    ...summaryOf(row, numbers, now),
    wanted: wantedOf(row),
    ...(await namingOf(deps, row)),
    limits: limitsOf(row),
    groups: row.groups,
    guestPolicy: guestPolicyOf(row),
    eligibility: eligibilityOf(row),
    terms: await termNames(deps, row),
    notHeld: await notHeld(deps, row),
    customerIds: row.customerIds.map(String),
    items: itemsOf(row),
    minimum: minimumOf(row),
    combines: combinesOf(row),
    frees: {
      cancel: row.freesOnCancel,
      fullRefund: row.freesOnFullRefund,
      partialRefund: row.freesOnPartialRefund,
      chargeback: row.freesOnChargeback,
      expiry: row.freesOnExpiry,
    },
    unique: uniqueOf(row),
    usesPerCode: row.usesPerCode,
    batches: await batchesOf(deps, shopId, row.id),
    publicCode: await publicCodeOf(deps, row),
    codeStates,
    discountId: row.discountId,
    refundMinor: numbers.refundMinor,
    budget: await budgetOf(deps.database.prisma, row),
    householdLimit: row.householdLimit,
    issuedOnly: row.issuedOnly,
    isPrivate: row.isPrivate,
    redemptions: numbers.redemptions,
    reversals: numbers.reversals,
    usedShare: usedShare({ ...row, uses: numbers.uses }),
    daily: await dailyOf(deps, row, now),
  });
}

async function numbersOf(deps: Deps, { shopId, id }: Campaign): Promise<CampaignNumbers> {
  const { rows } = await deps.database.pool.query<CampaignNumbers>(
    `SELECT ${NUMBER_COLUMNS} FROM campaign c ${NUMBERS} WHERE c.shop_id = $1 AND c.id = $2`,
    [shopId, id],
  );
  const nothing = {
    uses: 0,
    redemptions: 0,
    reversals: 0,
    revenueMinor: 0,
    discountMinor: 0,
    refundMinor: 0,
    openFlags: 0,
  };
  return rows[0] ?? nothing;
}

async function namingOf(
  deps: Deps,
  row: Campaign,
): Promise<Pick<CampaignDetail, "dimensions" | "convention">> {
  const set = await deps.database.prisma.dimensionSet.findUniqueOrThrow({
    where: { shopId_id: { shopId: row.shopId, id: row.dimensionSetId } },
  });
  const { conventionId: id, conventionVersion: version } = set;
  const loaded = await loadConvention(deps.database.prisma, row.shopId, id, version);
  if (!loaded) return { dimensions: [], convention: { id, version, name: "", pattern: "" } };
  const dimensions = describeDimensions(
    loaded.convention,
    set.dimensions as Record<string, string>,
  );
  return {
    dimensions,
    convention: { id, version, name: loaded.name, pattern: loaded.convention.text },
  };
}

function uniqueOf(row: Campaign): CampaignDetail["unique"] {
  const { codePrefix: prefix, codeLength: length, codeCheck: check } = row;
  if (prefix === null || length === null) return null;
  const shape = { length, check, alphabet: alphabetOf(row) };
  return { prefix, ...shape, guessesPerHit: guessOdds(shape, row.codeCount).guessesPerHit };
}

async function statesOf(
  deps: Deps,
  { shopId, id }: Campaign,
): Promise<CampaignDetail["codeStates"]> {
  const groups = await deps.database.prisma.code.groupBy({
    by: ["state"],
    where: { shopId, campaignId: id },
    _count: true,
  });
  const count = (state: string) => groups.find((group) => group.state === state)?._count ?? 0;
  return {
    pending: count("pending"),
    live: count("live"),
    failed: count("failed"),
    paused: count("paused") + count("pausing"),
  };
}

/** While one code replaces another both are there: the new one, unless Shopify refused it. */
async function publicCodeOf(
  deps: Deps,
  { shopId, id, codeKind }: Campaign,
): Promise<CampaignDetail["publicCode"]> {
  if (codeKind !== "public") return null;
  const codes = await deps.database.prisma.code.findMany({
    where: { shopId, campaignId: id, assignedUntil: null },
    orderBy: { id: "asc" },
  });
  const code =
    codes.findLast(({ state }) => state !== "failed" && state !== "retiring") ??
    codes.findLast(({ state }) => state === "retiring") ??
    codes.at(-1);
  return code ? { id: String(code.id), code: code.code } : null;
}

async function dailyOf(deps: Deps, row: Campaign, now: Date): Promise<CampaignDay[]> {
  const shop = await shopOf(deps, row.shopId);
  const days = lastDays(zoneOf(shop.timeZone).dayOf(now), DAYS_SHOWN);
  const { rows } = await deps.database.pool.query<Omit<CampaignDay, "hasLines">>(DAILY, [
    row.shopId,
    row.id,
    days[0],
    row.currency,
  ]);
  const byDay = new Map(rows.map((each) => [each.day, { ...each, hasLines: true }]));
  return days.map((day) => byDay.get(day) ?? { day, uses: 0, revenueMinor: 0, hasLines: false });
}

const DAILY = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(redemptions - reversals)::int AS uses,
    COALESCE(sum(revenue_minor) FILTER (WHERE currency = $4), 0)::float8 AS "revenueMinor"
  FROM rollup WHERE shop_id = $1 AND grain = 'campaign' AND key = $2 AND day >= $3::date
  GROUP BY day`;
