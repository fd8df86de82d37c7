import { cardTesting, resellerFamily, ring, type Level } from "./adversaries.ts";
import { officeOnBlackFriday, orientationWeek, saleDays } from "./crowds.ts";
import { AMERICAN } from "./habits/american.ts";
import { BRITISH } from "./habits/british.ts";
import { DUTCH } from "./habits/dutch.ts";
import { FRENCH } from "./habits/french.ts";
import { GERMAN } from "./habits/german.ts";
import type { Habits } from "./habits/habits.ts";
import { live, settle } from "./honest.ts";
import { castingOf } from "./people.ts";
import { chanceOf } from "./random.ts";
import { shopOf, type Order } from "./shop.ts";

export const EUROPE_AND_AMERICA: readonly Habits[] = [BRITISH, GERMAN, FRENCH, DUTCH, AMERICAN];

export type WorldOptions = {
  seed: number;
  level: Level | "mixed";
  habits?: readonly Habits[];
  /** People who live somewhere; crowds come on top. */
  people?: number;
};

/** Campaigns that allow one use a customer. */
export const ONCE_CODES: readonly string[] = ["WELCOME", "BLACKFRIDAY"];

/** A shop's 120 days, everything true about them beside every order. Same options, same world. */
export function makeWorld({
  seed,
  level,
  habits = EUROPE_AND_AMERICA,
  people = 14_000,
}: WorldOptions): Order[] {
  const chance = chanceOf(seed);
  const cast = castingOf(chance);
  const shop = shopOf(chance, cast.carriers);
  const scene = { shop, cast, chance };
  const settled = settle(habits, people, cast, chance);
  live(settled, shop, cast, chance);
  orientationWeek(habits, shop, cast, chance);
  officeOnBlackFriday(habits, shop, cast, chance);
  saleDays(settled, shop, chance);
  const operators = chance.shuffled(settled).slice(0, Math.round(people * 0.014));
  const levels: readonly Level[] = ["naive", "medium", "hard"];
  for (const operator of operators)
    ring(level === "mixed" ? chance.pick(levels) : level, operator, scene);
  if (level === "hard" || level === "mixed") {
    for (let i = 0; i < 5; i++) {
      const at = chance.pick(habits);
      const members = chance
        .shuffled(settled.filter((person) => person.habits === at))
        .slice(0, chance.between(3, 5));
      resellerFamily(members, scene);
    }
  }
  cardTesting(scene, settled[0]!);
  return shop.close();
}
