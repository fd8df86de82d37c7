import { compileConvention, findSharedName, type Convention } from "../convention.ts";
import { identityOf, scoreOf, type Candidate } from "./candidate.ts";
import { FREE_WORDS, writePattern, type Writer, type Written } from "./write-pattern.ts";

/** A convention that is sound and shares no name with those chosen before it. */
export type Chosen = Written & { candidate: Candidate; convention: Convention };

/** Each further one costs a comparison with all chosen before. */
const MOST_TRIED = 60;

/**
 * Adds the candidates that can stand beside the chosen ones, best first. One that cannot as it is
 * is tried with narrower free words, then as the simpler ones it was merged from.
 */
export function choose(candidates: readonly Candidate[], writer: Writer, chosen: Chosen[]): void {
  const identities = new Map(candidates.map((each) => [each, identityOf(each)]));
  const order = [...candidates].sort(
    (a, b) =>
      scoreOf(b, b.weight) - scoreOf(a, a.weight) ||
      (identities.get(a)! < identities.get(b)! ? -1 : 1),
  );
  for (const candidate of order.slice(0, MOST_TRIED)) add(candidate, writer, chosen);
}

function add(candidate: Candidate, writer: Writer, chosen: Chosen[]): void {
  const hasFree = candidate.pieces.some(({ kind }) => kind === "free");
  for (const freeWords of hasFree ? FREE_WORDS : (["any"] as const)) {
    const written = writePattern(candidate, writer, freeWords);
    if (!written) continue;
    const fields = [...writer.given.values(), ...written.fields];
    const compiled = compileConvention(written.pattern, fields);
    if (!compiled.ok) continue;
    const { convention } = compiled;
    if (chosen.some((other) => findSharedName(other.convention, convention) !== null)) continue;
    writer.inventor.keep(written.fields);
    chosen.push({ ...written, candidate, convention });
    return;
  }
  for (const simpler of candidate.merged) add(simpler, writer, chosen);
}
