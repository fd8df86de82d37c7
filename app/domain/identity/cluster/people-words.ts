/**
 * Staff's word on two people, each given by their accounts (mailboxes, `KEY.email`). `at`: when it was said, in ms since
 * 1970.
 */
export type PeopleWord = {
  word: "apart" | "together";
  here: readonly number[];
  there: readonly number[];
  at: number;
};

/** What holds of accounts: pairs that are different people, and lists that are one person's each. They never contradict. */
export type SettledPeople = {
  apart: readonly (readonly [number, number])[];
  together: readonly (readonly number[])[];
};

export const NOBODY_DECIDED: SettledPeople = { apart: [], together: [] };

/**
 * What staff's words come to: the last one wins, so an earlier one that cannot hold beside later ones is passed over, and
 * of two of the same moment the one that puts apart holds. Whoever is apart from one account of a person is so from all.
 * The order they are given in does not matter.
 */
export function settlePeople(words: readonly PeopleWord[]): SettledPeople {
  const groups = new Map<number, ReadonlySet<number>>();
  const groupOf = (account: number) => groups.get(account) ?? new Set([account]);
  const apart: [number, number][] = [];
  for (const { word, here, there } of [...words].sort(lastFirst)) {
    if (word === "apart") {
      for (const one of here)
        for (const other of there) if (!groupOf(one).has(other)) apart.push([one, other]);
      continue;
    }
    if (here.length === 0 || there.length === 0) continue;
    const whole = new Set([...here, ...there].flatMap((account) => [...groupOf(account)]));
    if (apart.some(([one, other]) => whole.has(one) && whole.has(other))) continue;
    for (const account of whole) groups.set(account, whole);
  }
  const spread = apart.flatMap(([one, other]) =>
    [...groupOf(one)].flatMap((a) => [...groupOf(other)].map((b) => inOrder(a, b))),
  );
  return {
    apart: [...new Map(spread.map((pair) => [pair.join(), pair])).values()].sort(byNumbers),
    together: [...new Set(groups.values())]
      .map((group) => [...group].sort(byNumber))
      .sort(byNumbers),
  };
}

function lastFirst(a: PeopleWord, b: PeopleWord): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.word !== b.word) return a.word === "apart" ? -1 : 1;
  return byNumbers([...a.here, ...a.there], [...b.here, ...b.there]);
}

const byNumber = (a: number, b: number) => a - b;
const inOrder = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? Infinity);
}
