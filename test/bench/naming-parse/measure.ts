import { compileParser } from "#app/domain/naming/parser.ts";
import type { Figure, Progress } from "../bench.ts";
import { distinctCodes } from "./codes.ts";
import { shopConventions } from "./conventions.ts";
import { expressionParser } from "./expressions.ts";

const CODES = 2_000_000;
/** The peer takes fewer of the same: it needs no two million to show how fast it is. */
const PEER_CODES = 200_000;

/** How many distinct codes a second are read against 50 conventions on one core, dimensions returned. */
export function measureParse(progress: Progress): Figure {
  progress(`Making ${CODES} codes`);
  const conventions = shopConventions();
  const chunks = distinctCodes(conventions, CODES);
  progress("Reading them");
  const value = perSecond(compileParser(conventions), chunks);
  progress("Reading some of them with regular expressions");
  const peerChunks = chunks.slice(0, PEER_CODES / chunks[0]!.length);
  const peerValue = perSecond(expressionParser(conventions), peerChunks);
  return {
    metric: "parse_per_second",
    value,
    unit: "codes/s",
    peer: "regexp_per_convention",
    peerValue,
    ratio: Number((value / peerValue).toFixed(2)),
  };
}

function perSecond(
  parse: (text: string) => { dimensions: object } | null,
  chunks: readonly string[][],
): number {
  let read = 0;
  const start = performance.now();
  for (const chunk of chunks) {
    for (const code of chunk) {
      if (parse(code)) read++;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const all = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (read !== all) throw new Error(`${all - read} of ${all} codes were not read.`);
  return Math.round(all / seconds);
}
