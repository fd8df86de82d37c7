import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { inferConventions } from "#app/domain/naming/infer/infer-conventions.ts";
import type { Figure, Progress } from "../bench.ts";
import { explainByMask } from "./mask-baseline.ts";
import { messyStore } from "./messy-store.ts";

const CODES = 100_000;
/** As many as a person reads. */
const PROPOSALS = 12;

/** How long 100,000 mixed codes take, and how much of them the answer explains. */
export function measureInference(progress: Progress): Figure[] {
  progress("Making 100,000 codes of a messy store");
  const codes = messyStore(CODES);
  progress("Inferring its conventions");
  const ours = timed(() => inferConventions(codes, { fields: BUILT_IN_FIELDS, most: PROPOSALS }));
  const masks = timed(() => explainByMask(codes, PROPOSALS));
  const { proposals } = ours.answer;
  const share = proposals.reduce((sum, proposal) => sum + proposal.share, 0);
  return [
    figure("infer_100k_seconds", ours.seconds, "s", masks.seconds, masks.seconds / ours.seconds),
    figure("infer_explained_share", share, "share", masks.answer, share / masks.answer),
  ];
}

function timed<T>(work: () => T): { answer: T; seconds: number } {
  const start = performance.now();
  const answer = work();
  return { answer, seconds: (performance.now() - start) / 1000 };
}

function figure(
  metric: string,
  value: number,
  unit: string,
  peerValue: number,
  ratio: number,
): Figure {
  const round = (n: number) => Number(n.toFixed(3));
  return {
    metric,
    value: round(value),
    unit,
    peer: "character_class_masks",
    peerValue: round(peerValue),
    ratio: round(ratio),
  };
}
