import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { QUARTER_MS, readDayPart, type DayPart } from "#app/domain/insight/day-part.ts";
import type { LedgerLine, LedgerLines } from "#app/domain/insight/entry.ts";
import { figuresOf, NO_SUMS, type Sums } from "#app/domain/insight/figures.ts";
import { readLongRange, type Range } from "#app/domain/insight/range.ts";
import { readSlice, sliceText, UNCODED, type Slice } from "#app/domain/insight/slice.ts";
import { addDays } from "#app/domain/shared/days.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Zone } from "#app/domain/shared/zone.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readTimeCursor, timePageOf } from "../time-cursor.server.ts";
import type { AskedRange } from "./read-report.server.ts";
import { readSums, sumColumns, sumOver } from "./read-sums.server.ts";
import { nameSlices, usedFields } from "./slice-names.server.ts";
import { uncodedHours } from "./uncoded-hours.server.ts";

const PAGE = 50;

/** `part`: of a range of one day, what of it, as `dayPartText` writes it. */
export type AskedLines = { slice: string; range: AskedRange; part?: string } & {
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
  const zone = zoneOf(shop.timeZone);
  const today = zone.dayOf(deps.now());
  const range = readLongRange(asked.range, today, 30);
  const part = readDayPart(asked.part ?? "", range, zone.dayOf);
  const page = { slice, range, part, cursor: asked.cursor };
  const sums = await sumsOf(deps, shop, page);
  const { lines, next } = await readLines(deps, shop, page, PAGE);
  const fields = await usedFields(deps, shopId);
  const names = await nameSlices(deps, shopId, [slice], fields);
  return done({
    slice: sliceText(slice),
    label: names.get(sliceText(slice)) ?? slice.key,
    ...{ range, part, sums: figuresOf(sums), lines, next },
  });
}

type Behind = { slice: Slice; range: Range; part: DayPart | null };
export type LinesPage = Behind & { cursor: string | null };

/** From the rollups, but for a quarter of an hour, of which none are kept. */
async function sumsOf(deps: Deps, shop: Shop, { slice, range, part }: Behind): Promise<Sums> {
  if (part && "quarter" in part) return quarterSums(deps, shop, slice, new Date(part.quarter));
  const [daily = new Map<string, Sums>()] = await readSums(deps, shop, [slice], range, part);
  return sumOver(daily, range);
}

async function quarterSums(deps: Deps, shop: Shop, slice: Slice, from: Date): Promise<Sums> {
  const { entries, values } = entriesOf(slice);
  const { ms, id } = readTimeCursor(null);
  const until = new Date(from.getTime() + QUARTER_MS);
  const currency = `$${7 + values.length}`;
  const { rows } = await deps.database.pool.query<Sums>(
    `SELECT ${sumColumns(currency)} FROM (${entries}) r`,
    [shop.id, from, until, ms, id, null, ...values, shop.currency],
  );
  return rows[0] ?? NO_SUMS;
}

/** `cursor`: "milliseconds-id" of the last line of the page before. */
export async function readLines(
  deps: Deps,
  shop: Shop,
  { slice, range, part, cursor }: LinesPage,
  most: number,
): Promise<{ lines: LedgerLine[]; next: string | null }> {
  const zone = zoneOf(shop.timeZone);
  const { from, until } = instantsOf(zone, range, part);
  const { ms, id } = readTimeCursor(cursor);
  const { entries, values } =
    sliceText(slice) === sliceText(UNCODED)
      ? await uncodedEntries(deps, shop, { range, part, before: new Date(Number(ms)) }, most + 1)
      : entriesOf(slice);
  const { rows } = await deps.database.pool.query<LedgerLine & { cursor: string }>(
    linesSql(entries),
    [shop.id, from, until, ms, id, most + 1, ...values],
  );
  const page = timePageOf(rows, most);
  return { lines: page.rows, next: page.next };
}

/**
 * From when until when. An hour that the clock passes twice is both, as it is in the rollups; one that it leaves out ends where
 * it begins.
 */
function instantsOf(zone: Zone, { from, to }: Range, part: DayPart | null) {
  if (part && "quarter" in part) {
    const begin = new Date(part.quarter);
    return { from: begin, until: new Date(begin.getTime() + QUARTER_MS) };
  }
  const { first, last } = part ?? { first: 0, last: 23 };
  const at = (each: number) => `T${String(each).padStart(2, "0")}:00`;
  const end = last === 23 ? `${addDays(to, 1)}${at(0)}` : `${from}${at(last + 1)}`;
  return { from: zone.instantOf(`${from}${at(first)}`), until: zone.instantOf(end) };
}

const hourOf = ({ hour }: { hour: number }): DayPart => ({ first: hour, last: hour });

/** Which entries a slice is made of, as the rollups are; its values follow six others. */
function entriesOf({ grain, key }: Slice): { entries: string; values: string[] } {
  if (grain === "campaign") return { entries: latest("l.campaign_id = $7::uuid"), values: [key] };
  if (grain === "code") return { entries: latest("l.code_id = $7::bigint"), values: [key] };
  if (grain === "shop" && key === "redeemed")
    return { entries: ofCampaigns("true", "true"), values: [] };
  if (grain === "shop" && key === UNCODED.key) return { entries: latest(WITHOUT_CODE), values: [] };
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

type Left = { range: Range; part: DayPart | null; before: Date };

/** Those of orders without a code, in the hours that have any: found by the rollups, unless they are of another zone yet. */
async function uncodedEntries(deps: Deps, shop: Shop, { range, part, before }: Left, most: number) {
  const zone = zoneOf(shop.timeZone);
  if (part || shop.rollupZone !== shop.timeZone) return entriesOf(UNCODED);
  const { until } = instantsOf(zone, range, null);
  const clock = until && before < until ? zone.wallClockOf(before) : `${range.to}T23`;
  const last = { day: clock.slice(0, 10), hour: Number(clock.slice(11, 13)) };
  const hours = await uncodedHours(deps, shop, range, last, most);
  const spans = hours.map((each) =>
    instantsOf(zone, { from: each.day, to: each.day }, hourOf(each)),
  );
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
