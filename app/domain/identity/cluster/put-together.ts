import { settlePeople } from "./people-words.ts";

/** Staff's word on two people, each by their id. `at`: when it was said, in ms since 1970. */
export type LinkWord = { word: "apart" | "together"; low: string; high: string; at: number };

/**
 * The people whom staff's word makes one person, as checkout counts them: what one of them used, all of them did. They
 * stay people of their own, so that a word taken back leaves no trace. Ids are roots, whole numbers below 2^53 as text.
 */
export class PutTogether {
  readonly #groups = new Map<string, readonly string[]>();

  constructor(words: readonly LinkWord[]) {
    if (!words.some(({ word }) => word === "together")) return;
    const settled = settlePeople(
      words.map(({ word, low, high, at }) => {
        return { word, here: [Number(low)], there: [Number(high)], at };
      }),
    );
    for (const group of settled.together) {
      const members = group.map(String);
      for (const member of members) this.#groups.set(member, members);
    }
  }

  /** These and everybody who is one person with one of them, each once. */
  withOthers(personIds: readonly string[]): string[] {
    return [...new Set(personIds.flatMap((id) => this.#groups.get(id) ?? [id]))];
  }

  /** What people have, given to everybody who is one person with them. */
  shared<T>(byPerson: ReadonlyMap<string, readonly T[]>): Map<string, readonly T[]> {
    const shared = new Map(byPerson);
    for (const group of new Set(this.#groups.values())) {
      const whole = group.flatMap((id) => byPerson.get(id) ?? []);
      if (whole.length > 0) for (const id of group) shared.set(id, whole);
    }
    return shared;
  }
}
