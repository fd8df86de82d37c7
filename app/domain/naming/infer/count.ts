import { compileParser } from "../parser.ts";
import { scoreOf } from "./candidate.ts";
import type { Chosen } from "./choose.ts";
import type { Inference, Proposal } from "./inference.ts";
import { nameProposal } from "./name-proposal.ts";

const EXAMPLES = 3;
const SAMPLE = 12;
const SAMPLE_LENGTH = 60;
/** Of each field; the rest is not worth the memory. */
const MOST_VALUES = 20;

type Codes = { total: number; readable: readonly string[]; unreadable: readonly string[] };
type Limits = { least: number; most: number };
type Tally = { codes: string[]; values: Map<string, Map<string, number>> };

/** Tells by which of the chosen conventions a code is read, and what it says; null for none. */
export const readerOf = (chosen: readonly Chosen[]): ReturnType<typeof compileParser> =>
  compileParser(chosen.map(({ convention }) => convention));

/** Counts what each chosen convention really reads; what is not worth a proposal is left over. */
export function countProposals(codes: Codes, chosen: readonly Chosen[], limits: Limits): Inference {
  const read = readerOf(chosen);
  const tallies = chosen.map((): Tally => ({ codes: [], values: new Map() }));
  const unread: string[] = [];
  for (const code of codes.readable) {
    const parsed = read(code);
    const tally = parsed ? tallies[parsed.convention] : undefined;
    if (!parsed || !tally) {
      unread.push(code);
      continue;
    }
    tally.codes.push(code);
    for (const [field, value] of Object.entries(parsed.dimensions)) {
      const values = tally.values.get(field) ?? new Map<string, number>();
      tally.values.set(field, values.set(value, (values.get(value) ?? 0) + 1));
    }
  }
  const ranked = chosen
    .map((each, i) => ({ each, tally: tallies[i]! }))
    .sort(
      (a, b) =>
        scoreOf(b.each.candidate, b.tally.codes.length) -
          scoreOf(a.each.candidate, a.tally.codes.length) ||
        (a.each.pattern < b.each.pattern ? -1 : 1),
    );
  const worth = ranked.filter(({ tally }) => tally.codes.length >= limits.least);
  const kept = worth.slice(0, limits.most);
  const dropped = ranked.filter((each) => !kept.includes(each));
  const left = [...unread, ...dropped.flatMap(({ tally }) => tally.codes), ...codes.unreadable];
  const distinct = codes.readable.length + codes.unreadable.length;
  const names = new Map<string, number>();
  return {
    total: codes.total,
    distinct,
    proposals: kept.map(({ each, tally }) => proposalOf(each, tally, distinct, names)),
    leftovers: {
      count: left.length,
      sample: spread(left.sort(), SAMPLE).map((code) => code.slice(0, SAMPLE_LENGTH)),
    },
  };
}

function proposalOf(
  { pattern, fields, convention }: Chosen,
  { codes, values }: Tally,
  distinct: number,
  names: Map<string, number>,
): Proposal {
  const name = nameProposal(convention);
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return {
    pattern,
    name: times === 1 ? name : `${name} ${times}`,
    fields,
    explains: codes.length,
    share: codes.length / distinct,
    examples: spread(codes, EXAMPLES),
    dimensions: [...convention.fields.values()].map(({ id, label }) => ({
      field: id,
      label,
      values: mostFrequent(values.get(id) ?? new Map<string, number>()),
    })),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): { value: string; count: number }[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

/** At most `most` of the items, as far apart as they come. */
function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
}
