import type { Field } from "../field.ts";
import { findBatches, type Batch } from "./batches.ts";
import type { Candidate } from "./candidate.ts";
import { choose, type Chosen } from "./choose.ts";
import { groupRows, weightOf, type Group } from "./columns.ts";
import { countProposals, readerOf } from "./count.ts";
import { distinctCodes } from "./distinct-codes.ts";
import type { Inference } from "./inference.ts";
import { inventor } from "./invent.ts";
import { makeCandidate } from "./make-candidate.ts";
import { mergeOptional } from "./merge.ts";
import { segmenter } from "./segment.ts";
import { inShopsSpelling } from "./spellings.ts";
import { tokenise, type Lexer, type Row } from "./tokens.ts";
import { vocabularyOf } from "./vocabulary.ts";
import type { Writer } from "./write-pattern.ts";

const FEWEST_CODES = 3;
const FEWEST_SHARE = 0.005;
const MOST_PROPOSALS = 12;
/** Beyond this many shapes the rest is noise; each is compared with all others. */
const MOST_CANDIDATES = 200;

/**
 * The conventions a shop's codes follow already: the best first (see `scoreOf`), at most `most`.
 * Every proposal explains at least three codes and half a percent of those that are in no batch of
 * unique codes: a batch of a hundred thousand must not hide twenty campaigns. The answer does not
 * depend on the order of the codes. `fields`: all the shop has, built in and its own.
 */
export function inferConventions(
  codes: readonly string[],
  options: { fields: readonly Field[]; most?: number },
): Inference {
  const { readable, unreadable } = distinctCodes(codes);
  const { batches, rest } = findBatches(readable);
  const least = Math.max(FEWEST_CODES, Math.ceil(FEWEST_SHARE * rest.length));
  const given = new Map(options.fields.map((field) => [field.id, field]));
  const lexer = lexerOf(given, [...rest, ...batches.map(({ head }) => head)]);
  const { vocabulary } = lexer;

  // What is certain is chosen first, so that no free word swallows SUMMER26.
  const groups = groupRows(rowsOf(rest, batches, lexer), vocabulary, least);
  const fields = inShopsSpelling(given, groups);
  const writer: Writer = { given, fields, inventor: inventor(fields), vocabulary };
  const chosen: Chosen[] = [];
  const certain = candidatesOf(groups, fields, least).filter(
    ({ pieces }) => !pieces.some(({ kind }) => kind === "free"),
  );
  chooseFrom(certain, writer, chosen);

  const isRead = readerOf(chosen);
  const left = rest.filter((code) => isRead(code) === null);
  const leftBatches = batches.filter(({ sample }) => isRead(sample) === null);
  const fine = groupRows(rowsOf(left, leftBatches, lexer), vocabulary, least);
  const coarse = groupRows(rowsOf(left, [], lexer, true), vocabulary, least);
  chooseFrom(candidatesOf([...fine, ...coarse], fields, least), writer, chosen);

  return countProposals({ total: codes.length, readable, unreadable }, chosen, {
    least,
    most: options.most ?? MOST_PROPOSALS,
  });
}

function lexerOf(fields: ReadonlyMap<string, Field>, codes: readonly string[]): Lexer {
  const vocabulary = vocabularyOf(fields.values());
  const runs = new Map<string, number>();
  for (const code of codes) {
    for (const run of code.match(/[A-Z]+/g) ?? []) runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  const offers = [...fields.values()].some(({ type }) => type.kind === "offer");
  return { vocabulary, offers, words: segmenter(vocabulary, runs) };
}

function rowsOf(
  codes: readonly string[],
  batches: readonly Batch[],
  lexer: Lexer,
  coarse = false,
): Row[] {
  const single = codes.flatMap((code): Row[] => {
    const tokens = tokenise(code, lexer, coarse);
    return tokens ? [{ tokens, weight: 1 }] : [];
  });
  const many = batches.flatMap(({ head, length, alphabet, count }): Row[] => {
    const tokens = tokenise(head, lexer);
    return tokens
      ? [{ tokens: [...tokens, { kind: "unique", length, alphabet }], weight: count }]
      : [];
  });
  return [...single, ...many];
}

function candidatesOf(
  groups: readonly Group[],
  fields: ReadonlyMap<string, Field>,
  least: number,
): Candidate[] {
  // Small ones too: two of them may be worth one proposal together.
  const candidates = groups
    .filter(({ rows }) => weightOf(rows) >= FEWEST_CODES)
    .flatMap((group) => makeCandidate(group, fields) ?? [])
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CANDIDATES);
  return mergeOptional(candidates).filter(({ weight }) => weight >= least);
}

function chooseFrom(candidates: readonly Candidate[], writer: Writer, chosen: Chosen[]): void {
  writer.inventor.assign(candidates.flatMap((candidate) => [candidate, ...candidate.merged]));
  choose(candidates, writer, chosen);
}
