import type { GuardRule } from "./rule.ts";
import { encodeRules, type EncodedRules } from "./rules-wire.ts";
import type { TextBlock } from "./text-blocks.ts";

/** A campaign's rules, and the last local date ("YYYY-MM-DD") it was used or, never used, began. */
export type RuleCandidate = { id: string; rules: readonly GuardRule[]; lastUsed: string };

/**
 * `folded`, `dropped`: ids, those that were used longest ago first. Of a folded campaign the codes are told by a hash
 * of 36 bits: its limits hold as before, but a code of somebody else's is mistaken for one of it once in 2^36 for each
 * code folded. A dropped campaign is not held at checkout at all. Both are for the merchant to know.
 */
export type ChosenRules = {
  shards: string[];
  bytes: number;
  limitBytes: number;
  folded: string[];
  dropped: string[];
};

/**
 * What goes on the wire when it may not all fit: everything in full; else the campaigns used longest ago are folded, as
 * few as it takes; only when all that have something to fold are folded, those used longest ago are dropped.
 * `texts` gives the sentences (`textBlocks`) that some rules need.
 */
export function chooseRules(
  candidates: readonly RuleCandidate[],
  texts: (rules: readonly GuardRule[]) => TextBlock[],
): ChosenRules {
  const oldestFirst = [...candidates].sort((a, b) =>
    a.lastUsed + b.id < b.lastUsed + a.id ? -1 : 1,
  );
  const foldable = oldestFirst.filter(({ rules }) =>
    rules.some(({ match }) => match.kind === "code"),
  );
  const encode = (fold: number, drop: number): EncodedRules => {
    const rules = oldestFirst.slice(drop).flatMap((candidate) => candidate.rules);
    return encodeRules(rules, texts(rules), new Set(idsOf(foldable.slice(0, fold))));
  };
  const fold = fewest(foldable.length, (count) => encode(count, 0).ok);
  const drop = encode(fold, 0).ok
    ? 0
    : fewest(oldestFirst.length, (count) => encode(fold, count).ok);
  const encoded = encode(fold, drop);
  // With every rule dropped there is always room.
  if (!encoded.ok) throw new RangeError("The sentences alone are longer than the wire");
  const dropped = idsOf(oldestFirst.slice(0, drop));
  return {
    shards: encoded.shards,
    bytes: encoded.bytes,
    limitBytes: encoded.limitBytes,
    folded: idsOf(foldable.slice(0, fold)).filter((id) => !dropped.includes(id)),
    dropped,
  };
}

const idsOf = (candidates: readonly RuleCandidate[]): string[] => candidates.map(({ id }) => id);

/** The least count from 0 to `most` that will do, or `most`; more always do when fewer do. */
function fewest(most: number, willDo: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (willDo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
