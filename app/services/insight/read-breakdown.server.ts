import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { Breakdown, BreakdownRow } from "#app/domain/insight/breakdown.ts";
import { figuresOf, lessSums, NO_SUMS, addSums, type Sums } from "#app/domain/insight/figures.ts";
import { returnsOf } from "#app/domain/insight/people.ts";
import { rangeBefore, readRange, type Range } from "#app/domain/insight/range.ts";
import { CODED, REDEEMED, UNCODED } from "#app/domain/insight/slice.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Field } from "#app/domain/naming/field.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readFirstOrders, readPeople } from "./read-people.server.ts";
import type { AskedRange } from "./read-report.server.ts";
import { readSums, sumColumns, sumOver } from "./read-sums.server.ts";
import { namesOf, usedFields } from "./slice-names.server.ts";

/** What each value of a part of the names, a segment, channel or campaign brought, and the shop as a whole. */
export async function readBreakdown(
  deps: Deps,
  actor: Actor,
  asked: { grain: string | null; range: AskedRange },
): Promise<Outcome<Breakdown>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const shop = await shopOf(deps, shopId);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const range = readRange(asked.range, today, 30);
  const before = rangeBefore(range);
  const fields = await usedFields(deps, shopId);
  const choices = choicesFor(fields);
  const { grain } = choices.find((choice) => choice.grain === asked.grain) ?? choices[0]!;
  const [whole, first] = await Promise.all([
    readWhole(deps, shop, range, before),
    readFirstOrders(deps, shopId, "+", range),
  ]);
  const [rows, people] = await Promise.all([
    rowsOf(deps, shop, { grain, fields, range, before }, whole.total),
    readPeople(deps, shopId, "+", range),
  ]);
  return done({
    ...{ grain, choices, range, before, rows },
    total: { now: figuresOf(whole.total.now), then: figuresOf(whole.total.then) },
    coded: figuresOf(whole.coded),
    uncoded: figuresOf(whole.uncoded),
    people,
    returns: returnsOf(first, today),
  });
}

function choicesFor(fields: readonly Field[]): Breakdown["choices"] {
  const parts = fields.map(({ id, label }) => ({
    grain: `dimension:${id}`,
    label: label.charAt(0).toUpperCase() + label.slice(1),
  }));
  return [
    ...parts,
    { grain: "campaign", label: "Campaign" },
    { grain: "segment", label: "Customer segment" },
    { grain: "channel_coded", label: "Where the order was placed" },
  ];
}

type Both = { now: Sums; then: Sums };

async function readWhole(
  deps: Deps,
  shop: Shop,
  range: Range,
  before: Range,
): Promise<{ total: Both; coded: Sums; uncoded: Sums }> {
  const slices = [REDEEMED, CODED, UNCODED];
  const both = { from: before.from, to: range.to };
  const [total, coded, uncoded] = await readSums(deps, shop, slices, both);
  const empty = new Map<string, Sums>();
  return {
    total: { now: sumOver(total ?? empty, range), then: sumOver(total ?? empty, before) },
    coded: sumOver(coded ?? empty, range),
    uncoded: sumOver(uncoded ?? empty, range),
  };
}

type Asked = { grain: string; fields: readonly Field[]; range: Range; before: Range };

async function rowsOf(
  deps: Deps,
  shop: Shop,
  { grain, fields, range, before }: Asked,
  total: Both,
): Promise<BreakdownRow[]> {
  const { pool } = deps.database;
  const values = [shop.id, shop.currency, grain, before.from, range.from, range.to];
  const { rows } = await pool.query<Sums & { key: string; isNow: boolean }>(BY_KEY, values);
  const field = fields.find(({ id }) => grain === `dimension:${id}`);
  const carrying = field ? await campaignsBy(deps, shop.id, field.id) : new Map<string, number>();
  const keys = [...new Set([...rows.map(({ key }) => key), ...carrying.keys()])];
  const nameOf = await namesOf(deps, shop.id, grain, keys, fields);
  const found = keys.map((value) => {
    const sums = (isNow: boolean) =>
      rows.find((row) => row.key === value && row.isNow === isNow) ?? NO_SUMS;
    return {
      ...{ value, label: nameOf(value), campaigns: field ? (carrying.get(value) ?? 0) : null },
      ...{ now: figuresOf(pick(sums(true))), then: figuresOf(pick(sums(false))) },
    };
  });
  found.sort((a, b) => b.now.uses - a.now.uses || (a.label < b.label ? -1 : 1));
  return field ? [...found, ...withoutPart(field, found, total)] : found;
}

function pick({ redemptions, reversals, revenueMinor, discountMinor, ...sums }: Sums): Sums {
  const { refundMinor, pricedUses } = sums;
  return { redemptions, reversals, revenueMinor, discountMinor, refundMinor, pricedUses };
}

/** What campaigns brought whose names have no such part: all there is, less what has one. */
function withoutPart(field: Field, rows: readonly BreakdownRow[], total: Both): BreakdownRow[] {
  const rest = (of: "now" | "then") =>
    lessSums(
      total[of],
      rows.reduce((sum, row) => addSums(sum, pick(row[of])), NO_SUMS),
    );
  const [now, then] = [rest("now"), rest("then")];
  if ([...Object.values(now), ...Object.values(then)].every((value) => value === 0)) return [];
  const label = `Without ${field.label}`;
  return [{ value: null, label, campaigns: null, now: figuresOf(now), then: figuresOf(then) }];
}

async function campaignsBy(
  deps: Deps,
  shopId: number,
  field: string,
): Promise<Map<string, number>> {
  const { rows } = await deps.database.pool.query<{ value: string; campaigns: number }>(CARRYING, [
    shopId,
    field,
  ]);
  return new Map(rows.map(({ value, campaigns }) => [value, campaigns]));
}

const CARRYING = `
  SELECT v.value, count(*)::int AS campaigns
  FROM dimension_value v JOIN campaign c ON c.shop_id = v.shop_id AND c.dimension_set_id = v.set_id
  WHERE v.shop_id = $1 AND v.field = $2 GROUP BY v.value`;

/** $1 shop, $2 currency, $3 grain, $4 to before $5 the days before, $5 to $6 the range. */
const BY_KEY = `
  SELECT r.key, r.day >= $5::date AS "isNow", ${sumColumns("$2")}
  FROM rollup r WHERE r.shop_id = $1 AND r.grain = $3 AND r.day BETWEEN $4::date AND $6::date
  GROUP BY r.key, 2`;
