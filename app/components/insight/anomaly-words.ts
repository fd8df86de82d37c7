import type { Anomaly } from "#app/domain/insight/watch.ts";

/** "30 in a quarter of an hour where 0.4 were usual". */
export function anomalyWords(
  { claims, expected }: Pick<Anomaly, "claims" | "expected">,
  number: (value: number) => string,
): string {
  const usual = Math.round(expected * 10) / 10;
  return `${number(claims)} in a quarter of an hour where ${usual === 0 ? "next to none" : number(usual)} were usual`;
}
