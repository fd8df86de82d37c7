import type { Habits } from "./habits/habits.ts";
import type { Casting, Person } from "./people.ts";
import type { Chance } from "./random.ts";
import { DAY, START, type Shop } from "./shop.ts";

export const DAYS = 120;

/** Time of a day when people are awake. */
export const daytime = (chance: Chance) => (8 + 14 * Math.sqrt(chance.next())) * 3_600_000;

/** Families, couples, flatmates, people alone, fathers and sons of one name, twins: everybody who lives somewhere. */
export function settle(
  habits: readonly Habits[],
  count: number,
  cast: Casting,
  chance: Chance,
): Person[] {
  const people: Person[] = [];
  const areas = Array.from({ length: 60 }, () => chance.below(10_000));
  const pickUps = Array.from({ length: 40 }, () => {
    const at = chance.pick(habits);
    return { country: at.country, ...at.pickUp(chance, chance.pick(areas)) };
  });
  const blocks = habits.flatMap((at) =>
    Array.from({ length: 60 }, () => ({ at, home: at.home(chance, chance.pick(areas)) })),
  );
  while (people.length < count) {
    const inBlock = chance.is(0.35) ? chance.pick(blocks) : null;
    const at = inBlock?.at ?? chance.pick(habits);
    const home = inBlock
      ? { ...inBlock.home, door: chance.is(0.8) ? String(chance.between(1, 24)) : "" }
      : at.home(chance, chance.pick(areas));
    people.push(...household(at, home, cast, chance));
  }
  for (const person of people) {
    const near = pickUps.filter(({ country }) => country === person.habits.country);
    if (near.length > 0 && chance.is(0.07)) person.pickUp = chance.pick(near);
  }
  return people;
}

function household(at: Habits, home: Person["home"], cast: Casting, chance: Chance): Person[] {
  const kind = chance.weighted([
    ["alone", 34],
    ["couple", 24],
    ["family", 28],
    ["flatmates", 10],
    ["namesakes", 1.2],
    ["twins", 1],
  ]);
  const id = cast.newHousehold();
  const line = cast.line();
  const card = cast.card();
  const member = (given: Partial<Person> = {}) =>
    cast.person(at, id, home, kind, { line, ...given });
  const first = member();
  const sharing = () => ({
    ...(chance.is(0.22) ? { card } : {}),
    ...(chance.is(0.1) && first.phone ? { phone: first.phone } : {}),
  });
  if (kind === "alone") return [first];
  if (kind === "couple")
    return [first, member({ ...(chance.is(0.55) ? { last: first.last } : {}), ...sharing() })];
  if (kind === "flatmates") return Array.from({ length: chance.between(3, 5) }, () => member());
  if (kind === "namesakes") return [first, member({ first: first.first, last: first.last })];
  if (kind === "twins")
    return [
      first,
      member({
        last: first.last,
        first: chance.pick(
          at.firstNames.filter((name) => name.charAt(0) === first.first.charAt(0)),
        ),
      }),
    ];
  const others = Array.from({ length: chance.between(1, 4) }, () =>
    member({ ...(chance.is(0.88) ? { last: first.last } : {}), ...sharing() }),
  );
  return [first, ...others];
}

/** Ordinary custom: a welcome code on the first order of some, gifts, a second mailbox now and then, quiet and busy weeks. */
export function live(
  people: readonly Person[],
  shop: Shop,
  cast: Casting,
  chance: Chance,
): Set<number> {
  const welcomed = new Set<number>();
  for (const person of people) {
    let at = START + chance.below(DAYS) * DAY + daytime(chance);
    const times = chance.weighted([
      [1, 58],
      [2, 22],
      [3, 12],
      [5, 8],
    ]);
    for (let nth = 0; nth < times && at < START + DAYS * DAY; nth++) {
      const isWelcome = nth === 0 && chance.is(0.42);
      if (isWelcome) welcomed.add(person.id);
      const isGift = chance.is(0.06) || (isGiftSeason(at) && chance.is(0.35));
      shop.place(person, at, {
        code: isWelcome ? "WELCOME" : null,
        ...(isGift ? { giftTo: chance.pick(people), way: `${person.kind}, gift` } : {}),
      });
      at += DAY + chance.wait(26 * DAY);
    }
    if (chance.is(0.025))
      shop.place(person, at, {
        email: cast.mailbox(person.habits, person.first, person.last),
        guest: true,
      });
  }
  return welcomed;
}

const isGiftSeason = (at: number) => at > START + 95 * DAY && at < START + 110 * DAY;
