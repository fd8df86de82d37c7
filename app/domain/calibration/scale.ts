/** A score as it is shipped, and how likely it makes what a flag says in this shop; both from 0 to 1. */
export type ScaleKnot = { score: number; likely: number };

/** Knots by `score`, of which `likely` never falls; between them the scale is straight. None: the shipped scale. */
export type Scale = readonly ScaleKnot[];

/** What a shipped score means on this scale. More evidence never means less: the scale never falls. */
export function onScale(scale: Scale, score: number): number {
  const at = scale.findIndex((knot) => knot.score >= score);
  const [below, above] = [scale[at < 0 ? scale.length - 1 : at - 1], scale[at]];
  if (!below || !above) return above?.likely ?? below?.likely ?? score;
  if (above.score === score) return above.likely;
  const share = (score - below.score) / (above.score - below.score);
  return below.likely + share * (above.likely - below.likely);
}

/** The highest score there is on this scale: that of an order of which the signals are certain. */
export function highestScore(scale: Scale): number {
  return onScale(scale, 1);
}

/** The least shipped score that comes to `likely` on this scale, but for rounding; above 1 when none does. */
export function shippedScore(scale: Scale, likely: number): number {
  if (scale.length === 0) return likely;
  const at = scale.findIndex((knot) => knot.likely >= likely);
  const [below, above] = [scale[at - 1], scale[at]];
  if (!above) return Infinity;
  if (!below) return 0;
  const share = (likely - below.likely) / (above.likely - below.likely);
  return below.score + share * (above.score - below.score);
}
