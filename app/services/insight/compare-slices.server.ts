import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { MOST_COMPARED, type Compared, type Comparison } from "#app/domain/insight/comparison.ts";
import { figuresOf, type Sums } from "#app/domain/insight/figures.ts";
import { daysIn, rangeBefore, readRange, type Range } from "#app/domain/insight/range.ts";
import {
  CODED,
  hasDiscount,
  peopleKeyOf,
  readSlice,
  sliceText,
  type Slice,
} from "#app/domain/insight/slice.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { addDays } from "#app/domain/shared/days.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readNewAndReturning } from "./read-people.server.ts";
import { chartOf, type AskedRange } from "./read-report.server.ts";
import { readSums, sumOver, type DailySums } from "./read-sums.server.ts";
import { nameSlices, usedFields } from "./slice-names.server.ts";

const CAMPAIGNS_OFFERED = 100;

/**
 * Campaigns, values of parts of names, segments or channels side by side. `then`: the first day of the other period,
 * which is as long; without it, it is the one just before. What an address names wrongly is left out, as is what not
 * all is known of.
 */
export async function compareSlices(
  deps: Deps,
  actor: Actor,
  asked: { slices: readonly string[]; range: AskedRange; then: string },
): Promise<Outcome<Comparison>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const shop = await shopOf(deps, shopId);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const range = readRange(asked.range, today, 30);
  const before = rangeBefore(range);
  const then = periodFrom(asked.then, range) ?? before;
  const known = [...new Set(asked.slices)]
    .filter(hasDiscount)
    .flatMap((text) => readSlice(text) ?? []);
  const slices = known.length > 0 ? known.slice(0, MOST_COMPARED) : [CODED];
  const fields = await usedFields(deps, shopId);
  const [compared, choices] = await Promise.all([
    comparedOf(deps, shop, slices, fields, range, then),
    choicesFor(deps, shopId, fields),
  ]);
  return done({ range, then, isBefore: then.from === before.from, compared, choices });
}

function periodFrom(day: string, range: Range): Range | null {
  const days = daysIn(range);
  const { from } = readRange({ from: day, to: day, days: "" }, range.from, days);
  return from === day ? { from: day, to: addDays(day, days - 1) } : null;
}

async function comparedOf(
  deps: Deps,
  shop: Shop,
  slices: readonly Slice[],
  fields: readonly Field[],
  range: Range,
  then: Range,
): Promise<Compared[]> {
  const keys = slices.flatMap((slice) => peopleKeyOf(slice) ?? []);
  const [daily, past, names, people] = await Promise.all([
    readSums(deps, shop, slices, range),
    readSums(deps, shop, slices, then),
    nameSlices(deps, shop.id, slices, fields),
    readNewAndReturning(deps, shop.id, keys, range),
  ]);
  return slices.map((slice, index) => {
    const own: DailySums = daily[index] ?? new Map<string, Sums>();
    const other: DailySums = past[index] ?? new Map<string, Sums>();
    const key = peopleKeyOf(slice);
    const known = key === null ? undefined : people.get(key);
    return {
      slice: sliceText(slice),
      label: names.get(sliceText(slice)) ?? slice.key,
      now: figuresOf(sumOver(own, range)),
      then: figuresOf(sumOver(other, then)),
      uses: chartOf(new Map([...other, ...own]), range, then, ({ uses }) => uses),
      fresh: known?.fresh ?? null,
      returning: known?.returning ?? null,
    };
  });
}

async function choicesFor(
  deps: Deps,
  shopId: number,
  fields: readonly Field[],
): Promise<Comparison["choices"]> {
  const { prisma, pool } = deps.database;
  const campaigns = await prisma.campaign.findMany({
    where: { shopId },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: CAMPAIGNS_OFFERED,
    select: { id: true, name: true },
  });
  const { rows: values } = await pool.query<{ field: string; value: string }>(VALUES, [shopId]);
  const slices = values.map(({ field, value }) => ({ grain: `dimension:${field}`, key: value }));
  const names = await nameSlices(deps, shopId, slices, fields);
  const optionOf = (slice: Slice, label?: string) => ({
    slice: sliceText(slice),
    label: label ?? names.get(sliceText(slice)) ?? slice.key,
  });
  return [
    { title: "Shop", options: [optionOf(CODED, "All orders with a code")] },
    {
      title: "Campaigns",
      options: campaigns.map(({ id, name }) => optionOf({ grain: "campaign", key: id }, name)),
    },
    ...fields.map(({ id, label }) => ({
      title: label.charAt(0).toUpperCase() + label.slice(1),
      options: slices
        .filter(({ grain }) => grain === `dimension:${id}`)
        .map((slice) => optionOf(slice)),
    })),
  ];
}

const VALUES =
  "SELECT DISTINCT field, value FROM dimension_value WHERE shop_id = $1 ORDER BY field, value";
