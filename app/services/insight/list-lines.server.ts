import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { LedgerLine, LedgerLines } from "#app/domain/insight/entry.ts";
import { figuresOf, type Sums } from "#app/domain/insight/figures.ts";
import { readHour, readLongRange, type Range } from "#app/domain/insight/range.ts";
import { readSlice, sliceText, UNCODED, type Slice } from "#app/domain/insight/slice.ts";
import { addDays } from "#app/domain/shared/days.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Zone } from "#app/domain/shared/zone.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import type { AskedRange } from "./read-report.server.ts";
import { readSums, sumOver } from "./read-sums.server.ts";
import { nameSlices, usedFields } from "./slice-names.server.ts";
import { uncodedHours } from "./uncoded-hours.server.ts";

const PAGE = 50;

/** `hour`: of a range of one day, that hour of it by the shop's clock. */
export type AskedLines = { slice: string; range: AskedRange; hour?: string } & {
  cursor: string | null;
};

/** The orders behind a number: what the ledger says of a slice in a range, newest first. */
export async function listLines(
  deps: Deps,
  actor: Actor,
  asked: AskedLines,
): Promise<Outcome<LedgerLines>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const slice = readSlice(asked.slice);
  if (!slice)
    return refuse({
      kind: "not_found",
      message: "This address names no number. Open the orders from a report.",
    });
  const shop = await shopOf(deps, shopId);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const range = readLongRange(asked.range, today, 30);
  const hour = readHour(asked.hour ?? "", range);
  const [daily = new Map<string, Sums>()] = await readSums(deps, shop, [slice], range, hour);
  const page = { slice, range, hour, cursor: asked.cursor };
  const { lines, next } = await readLines(deps, shop, page, PAGE);
  const fields = await usedFields(deps, shopId);
  const names = await nameSlices(deps, shopId, [slice], fields);
  return done({
    slice: sliceText(slice),
    label: names.get(sliceText(slice)) ?? slice.key,
    ...{ range, hour, sums: figuresOf(sumOver(daily, range)), lines, next },
  });
}

export type LinesPage = { slice: Slice; range: Range; hour: number | null; cursor: string | null };

/** `cursor`: "milliseconds-id" of the last line of the page before. */
export async function readLines(
  deps: Deps,
  shop: Shop,
  { slice, range, hour, cursor }: LinesPage,
  most: number,
): Promise<{ lines: LedgerLine[]; next: string | null }> {
  const zone = zoneOf(shop.timeZone);
  const { from, until } = instantsOf(zone, range, hour);
  const [, ms = "9999999999999", id = "9223372036854775807"] =
    /^(\d{1,15})-(\d{1,18})$/.exec(cursor ?? "") ?? [];
  const { entries, values } =
    sliceText(slice) === sliceText(UNCODED)
      ? await uncodedEntries(deps, shop, { range, hour, before: new Date(Number(ms)) }, most + 1)
      : entriesOf(slice);
  const { rows } = await deps.database.pool.query<LedgerLine & { cursor: string }>(
    linesSql(entries),
    [shop.id, from, until, ms, id, most + 1, ...values],
  );
  const lines = rows.slice(0, most).map(({ cursor: _, ...line }) => line);
  return { lines, next: rows.length > most ? (rows[most - 1]?.cursor ?? null) : null };
}

/**
 * From when until when. An hour that the clock passes twice is both, as it is in the rollups; one that it leaves out ends where
 * it begins.
 */
function instantsOf(zone: Zone, { from, to }: Range, hour: number | null) {
  const at = (each: number) => `T${String(each).padStart(2, "0")}:00`;
  const end = hour === null || hour === 23 ? `${addDays(to, 1)}${at(0)}` : `${from}${at(hour + 1)}`;
  return { from: zone.instantOf(`${from}${at(hour ?? 0)}`), until: zone.instantOf(end) };
}

/** Which entries a slice is made of, as the rollups are; its values follow six others. */
function entriesOf({ grain, key }: Slice): { entries: string; values: string[] } {
  if (grain === "campaign") return { entries: latest("l.campaign_id = $7::uuid"), values: [key] };
  if (grain === "code") return { entries: latest("l.code_id = $7::bigint"), values: [key] };
  if (grain === "shop" && key === "redeemed")
    return { entries: ofCampaigns("true", "true"), values: [] };
  if (grain === "shop")
    return { entries: latest("l.code_key = $7"), values: [key === "coded" ? "+" : ""] };
  if (grain === "channel_coded")
    return { entries: latest("l.code_key = '+' AND l.channel = $7"), values: [key] };
  if (grain === "segment") return { entries: ofCampaigns(FOR_SEGMENT, "true"), values: [key] };
  if (grain === "without")
    return { entries: ofCampaigns(SAYS_NOTHING, CODE_SAYS_NOTHING), values: [key] };
  const values = [grain.slice("dimension:".length), key];
  return { entries: ofCampaigns(SAYS, CODE_SAYS), values };
}

type Left = { range: Range; hour: number | null; before: Date };

/** Those of orders without a code, in the hours that have any: found by the rollups, unless they are of another zone yet. */
async function uncodedEntries(deps: Deps, shop: Shop, { range, hour, before }: Left, most: number) {
  const zone = zoneOf(shop.timeZone);
  if (hour !== null || shop.rollupZone !== shop.timeZone)
    return { entries: latest(WITHOUT_CODE), values: [] };
  const { until } = instantsOf(zone, range, hour);
  const clock = until && before < until ? zone.wallClockOf(before) : `${range.to}T23`;
  const last = { day: clock.slice(0, 10), hour: Number(clock.slice(11, 13)) };
  const hours = await uncodedHours(deps, shop, range, last, most);
  const spans = hours.map((each) => instantsOf(zone, { from: each.day, to: each.day }, each.hour));
  const values = [spans.map(({ from }) => from), spans.map(({ until }) => until)];
  return { entries: WITHIN_SPANS, values };
}

const ORDER = "ORDER BY l.effective_at DESC, l.id DESC LIMIT $6";

/** $1 shop, $2 and $3 instants, $4 and $5 the cursor, $6 how many. */
const latest = (condition: string) => `
  SELECT l.* FROM ledger_entry l
  WHERE l.shop_id = $1 AND l.effective_at >= $2 AND l.effective_at < $3
    AND (l.effective_at, l.id) < (to_timestamp($4::bigint / 1000.0)::timestamptz(3), $5::bigint)
    AND ${condition}
  ${ORDER}`;

/** Of many campaigns the latest of each, by its index: between them are the latest of all. */
const ofCampaigns = (which: string, condition: string) => `
  SELECT l.* FROM campaign c
  CROSS JOIN LATERAL (${latest(`l.campaign_id = c.id AND ${condition}`)}) l
  WHERE c.shop_id = $1 AND ${which}
  ${ORDER}`;

/** Of an order that lost its code again, or was a test after all, what was entered with one is taken back: it adds up to 0. */
const WITHOUT_CODE = `l.code_key = '' AND COALESCE((SELECT sum(c.redemptions) FROM ledger_entry c
      WHERE c.shop_id = l.shop_id AND c.order_id = l.order_id AND c.code_key = '+'), 0) = 0`;

const WITHIN_SPANS = `
  SELECT l.* FROM unnest($7::timestamptz[], $8::timestamptz[]) AS s (since, until)
  CROSS JOIN LATERAL (${latest(`l.effective_at >= s.since AND l.effective_at < s.until AND ${WITHOUT_CODE}`)}) l
  ${ORDER}`;

const FOR_SEGMENT = "(c.eligibility -> 'any' ? $7 OR c.eligibility -> 'all' ? $7)";

/** Codes of a list have names of their own. */
const SAYS = `CASE c.code_kind
    WHEN 'list' THEN EXISTS (
      SELECT FROM dimension_value v JOIN code k ON k.shop_id = v.shop_id AND k.dimension_set_id = v.set_id
      WHERE v.shop_id = c.shop_id AND v.field = $7 AND v.value = $8 AND k.campaign_id = c.id)
    ELSE EXISTS (
      SELECT FROM dimension_value v
      WHERE v.shop_id = c.shop_id AND v.field = $7 AND v.value = $8 AND v.set_id = c.dimension_set_id) END`;
const CODE_SAYS = `(c.code_kind <> 'list' OR EXISTS (
      SELECT FROM code k JOIN dimension_value v ON v.shop_id = k.shop_id AND v.set_id = k.dimension_set_id
      WHERE k.shop_id = l.shop_id AND k.id = l.code_id AND v.field = $7 AND v.value = $8))`;

const SAYS_NOTHING = `(c.code_kind = 'list' OR NOT EXISTS (
      SELECT FROM dimension_value v
      WHERE v.shop_id = c.shop_id AND v.field = $7 AND v.set_id = c.dimension_set_id))`;
const CODE_SAYS_NOTHING = `(c.code_kind <> 'list' OR NOT EXISTS (
      SELECT FROM code k JOIN dimension_value v ON v.shop_id = k.shop_id AND v.set_id = k.dimension_set_id
      WHERE k.shop_id = l.shop_id AND k.id = l.code_id AND v.field = $7))`;

function linesSql(entries: string): string {
  return `
  SELECT l.id::text, ${instantSql("l.effective_at")} AS at,
    jsonb_build_object('id', l.order_id::text, 'name', o.name) AS order, l.kind,
    COALESCE((SELECT jsonb_agg(c ->> 'key') FROM jsonb_array_elements(o.codes) c), '[]') AS codes, l.uses,
    l.revenue_minor::float8 AS "revenueMinor", l.discount_minor::float8 AS "discountMinor",
    l.refund_minor::float8 AS "refundMinor", l.currency,
    floor(extract(epoch FROM l.effective_at) * 1000)::bigint || '-' || l.id AS cursor
  FROM (${entries}) l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  ORDER BY l.effective_at DESC, l.id DESC`;
}
