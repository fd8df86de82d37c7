import type { PeopleCount, PeopleOf } from "#app/domain/insight/people-line.ts";
import { distributionsOf, returnsOf } from "#app/domain/insight/people.ts";
import type { Range } from "#app/domain/insight/range.ts";
import type { Slice } from "#app/domain/insight/slice.ts";
import { figuresOf, NO_SUMS } from "#app/domain/insight/figures.ts";
import type { RepeatDays } from "#app/domain/measure/repeat.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readFirstOrders, readIssued, readPeople } from "./read-people.server.ts";
import { readSums, sumOver } from "./read-sums.server.ts";

/** `key`: as people are counted of the slice; `today`: the shop's. */
type Asked = { of: PeopleOf; slice: Slice; key: string; within: RepeatDays; channel: string } & {
  range: Range;
  today: string;
};

/**
 * How many lines a list of people has on all its pages, by the rollups of the number that it opens from. Null of a campaign's
 * orders by unknown customers: what it has are uses, and those are not all orders.
 */
export async function countPeople(
  deps: Deps,
  shop: Shop,
  { of, slice, key, within, channel, range, today }: Asked,
): Promise<PeopleCount | null> {
  if (of === "issued") {
    const rows = distributionsOf(await readIssued(deps, shop.id, key, range));
    const all = channel ? rows.find((each) => each.channel === channel) : rows.at(-1);
    return { all: all?.issued ?? 0, did: all?.redeemers ?? 0 };
  }
  if (of === "again") {
    const first = await readFirstOrders(deps, shop.id, key, range);
    const found = returnsOf(first, today).find(({ days }) => days === within);
    return { all: found?.eligible ?? 0, did: found?.repeated ?? 0 };
  }
  if (of === "unknown" && slice.grain === "campaign") return null;
  const [daily] = await readSums(deps, shop, [slice], range);
  const { uses } = figuresOf(daily ? sumOver(daily, range) : NO_SUMS);
  const { fresh, returning, unknown } = await readPeople(deps, shop.id, key, range, uses);
  return { all: { new: fresh, returning, unknown }[of], did: null };
}
