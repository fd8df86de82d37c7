import type { Habits } from "./habits/habits.ts";
import { daytime } from "./honest.ts";
import type { Casting, Person } from "./people.ts";
import type { Chance } from "./random.ts";
import { DAY, START, type Shop } from "./shop.ts";

/*
 * Many strangers at one place in one week, all of them honest: what a careless rule takes for a ring.
 */

/** Dormitories fill: everybody needs bedding, has the flyer with the code, and goes through the campus's line. */
export function orientationWeek(
  habits: readonly Habits[],
  shop: Shop,
  cast: Casting,
  chance: Chance,
): Person[] {
  const students: Person[] = [];
  for (const at of habits) {
    const home = at.home(chance, chance.below(10_000));
    const lines = [cast.line(), cast.line()];
    const bedding = chance.below(shop.products);
    const tellsRoom = chance.is(0.7);
    for (let i = chance.between(60, 110); i > 0; i--) {
      const room = tellsRoom && chance.is(0.8) ? String(chance.between(100, 520)) : "";
      const student = cast.person(at, cast.newHousehold(), { ...home, door: room }, "dormitory", {
        line: chance.pick(lines),
      });
      students.push(student);
      const when = START + 30 * DAY + Math.abs(chance.normal()) * 4 * DAY + daytime(chance);
      const isWelcome = chance.is(0.65);
      shop.place(student, when, {
        code: isWelcome ? "WELCOME" : null,
        ...(chance.is(0.25) ? { items: [{ product: bedding, quantity: 1 }] } : {}),
        ...(isWelcome && chance.is(0.5) ? { landing: "/discount/WELCOME", referrer: "" } : {}),
      });
      if (chance.is(0.3)) shop.place(student, when + chance.wait(20 * DAY));
    }
  }
  return students;
}

/** Colleagues order to the office on the day of the sale, from the office's line. */
export function officeOnBlackFriday(
  habits: readonly Habits[],
  shop: Shop,
  cast: Casting,
  chance: Chance,
): Person[] {
  const colleagues: Person[] = [];
  for (const at of habits) {
    const office = at.home(chance, chance.below(10_000));
    const line = cast.line();
    const domain = `${chance.pick(["nordwind", "acme", "bluepeak", "hexa", "orbis"])}${chance.below(100)}${at.domainEnd}`;
    for (let i = chance.between(25, 50); i > 0; i--) {
      const colleague = cast.person(
        at,
        cast.newHousehold(),
        at.home(chance, chance.below(10_000)),
        "office",
      );
      if (chance.is(0.4))
        colleague.email = cast.mailbox(at, colleague.first, colleague.last, domain);
      colleagues.push(colleague);
      const lines = chance.is(0.8) ? at.write(office, colleague.style, chance) : undefined;
      const when = blackFriday(chance);
      const told = {
        ip: chance.is(0.85) ? line : colleague.line,
        ...(lines
          ? {
              lines,
              billTo: chance.is(0.5) ? lines : at.write(colleague.home, colleague.style, chance),
            }
          : {}),
      };
      if (chance.is(0.75)) shop.place(colleague, when, { code: "BLACKFRIDAY", ...told });
      if (chance.is(0.3))
        shop.place(colleague, when + DAY * chance.wait(3), {
          code: chance.is(0.6) ? "WELCOME" : null,
          ...told,
        });
    }
  }
  return colleagues;
}

/** Everybody else who waited for the sale. */
export function saleDays(people: readonly Person[], shop: Shop, chance: Chance): void {
  for (const person of people)
    if (chance.is(0.12)) shop.place(person, blackFriday(chance), { code: "BLACKFRIDAY" });
}

export const blackFriday = (chance: Chance) =>
  START + (60 + chance.below(3)) * DAY + daytime(chance);
