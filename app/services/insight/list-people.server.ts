import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { REPEAT_DAYS } from "#app/domain/measure/repeat.ts";
import {
  overDays,
  PEOPLE_OF,
  type PeopleOf,
  type PeopleLine,
  type PeopleLines,
} from "#app/domain/insight/people-line.ts";
import { readLongRange, type Range } from "#app/domain/insight/range.ts";
import { peopleKeyOf, readSlice, sliceText } from "#app/domain/insight/slice.ts";
import { addDays } from "#app/domain/shared/days.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readTimeCursor, timePageOf } from "../time-cursor.server.ts";
import { countPeople } from "./count-people.server.ts";
import { countedDays, type CountedDays, type OrdersOf } from "./read-people.server.ts";
import { issuedSql, laterSql, ordersSql } from "./people-lines-sql.ts";
import type { AskedRange } from "./read-report.server.ts";
import { nameSlices, usedFields } from "./slice-names.server.ts";

const PAGE = 50;

export type AskedPeople = { of: string; slice: string; within: string; channel: string } & {
  range: AskedRange;
  cursor: string | null;
};

/**
 * The orders or people that a share is taken of, newest first: who was new, who ordered again, to whom something was issued.
 * Told by orders; who they are stands in Shopify.
 */
export async function listPeople(
  deps: Deps,
  actor: Actor,
  asked: AskedPeople,
): Promise<Outcome<PeopleLines>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const slice = readSlice(asked.slice);
  const of = PEOPLE_OF.find((one) => one === asked.of);
  const key = slice && peopleKeyOf(slice);
  if (!slice || !of || key === null || (of === "issued" && slice.grain !== "campaign"))
    return refuse({
      kind: "not_found",
      message: "This address names no number of people. Open them from a report.",
    });
  const within = REPEAT_DAYS.find((days) => String(days) === asked.within) ?? 30;
  const shop = await shopOf(deps, shopId);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const range = readLongRange(asked.range, today, 30);
  const days = of === "again" ? overDays(range, within, today) : range;
  const page = { of, key, days, channel: asked.channel, cursor: asked.cursor };
  const { rows: lines, next } = timePageOf(await readPage(deps, shop, page), PAGE);
  const counting = { of, key, within, channel: asked.channel, range, today };
  const names = await nameSlices(deps, shopId, [slice], await usedFields(deps, shopId));
  return done({
    ...{ of, slice: sliceText(slice), within, channel: asked.channel, range },
    label: names.get(sliceText(slice)) ?? slice.key,
    count: await countPeople(deps, shop, counting),
    ...{ lines, next },
  });
}

type Page = { of: PeopleOf; key: string; days: Range; channel: string; cursor: string | null };
type Row = PeopleLine & { cursor: string };

/** One more than a page, if there are so many. */
async function readPage(
  deps: Deps,
  shop: Shop,
  { of, key, days, channel, cursor }: Page,
): Promise<Row[]> {
  const { ms, id } = readTimeCursor(cursor);
  const zone = zoneOf(shop.timeZone);
  const to = zone.dayOf(new Date(Number(ms)));
  const left = { from: days.from, to: to < days.to ? to : days.to };
  const counted =
    isOrders(of) && shop.rollupZone === shop.timeZone
      ? await countedDays(deps, shop, { key, of, most: PAGE + 1 }, left)
      : { ...left, lines: Infinity, orders: Infinity };
  if (!counted) return [];
  const values = [
    ...[shop.id, zone.instantOf(`${counted.from}T00:00`)],
    ...[zone.instantOf(`${addDays(counted.to, 1)}T00:00`), ms, id, PAGE + 1],
    ...(of === "issued" ? [key, channel] : isCampaign(key) ? [key] : []),
  ];
  const { pool } = deps.database;
  if (of === "issued") return (await pool.query<Row>(issuedSql, values)).rows;
  if (isSeldom(of, counted))
    return (await pool.query<Row>(laterSql(key), [...values, counted.from, counted.to])).rows;
  return (await pool.query<Row>(ordersSql(of, key), values)).rows;
}

/**
 * Whether fewer orders are asked for in these days than would be walked to find a page of them, if they are spread evenly:
 * of a million in a day neither is more than 7,200.
 */
function isSeldom(of: PeopleOf, { lines, orders }: CountedDays): boolean {
  return of === "returning" && lines < ((PAGE + 1) * orders) / lines;
}

const isOrders = (of: PeopleOf): of is OrdersOf => of !== "issued" && of !== "again";
const isCampaign = (key: string | null): key is string => key !== "" && key !== "+";
