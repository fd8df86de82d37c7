import type { PeopleCount, PeopleOf } from "#app/domain/insight/people-line.ts";
import { distributionsOf, returnsOf } from "#app/domain/insight/people.ts";
import type { Range } from "#app/domain/insight/range.ts";
import type { RepeatDays } from "#app/domain/measure/repeat.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readFirstOrders, readIssued, readPeople } from "./read-people.server.ts";

/** `key`: of people, as in `rollup_people`; `today`: the shop's. */
type Asked = { of: PeopleOf; key: string; within: RepeatDays; channel: string } & {
  range: Range;
  today: string;
};

/** How many lines a list of people has on all its pages, by the rollups of the number that it opens from. */
export async function countPeople(
  deps: Deps,
  shop: Shop,
  { of, key, within, channel, range, today }: Asked,
): Promise<PeopleCount> {
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
  const { fresh, returning, unknown } = await readPeople(deps, shop.id, key, range);
  return { all: { new: fresh, returning, unknown }[of], did: null };
}
