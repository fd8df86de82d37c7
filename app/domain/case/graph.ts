import type { CaseLink } from "./summary.ts";

/** Whether a link makes two people one: staff's word on it comes before what was compared. */
export function isOnePerson({
  relation,
  decided,
}: Pick<CaseLink, "relation" | "decided">): boolean {
  return decided === "together" || (relation === "same_person" && decided === null);
}

/** A place for each of so many nodes on a circle, the first at the top, going round with the clock. */
export function circleOf(
  count: number,
  { width, height, margin }: { width: number; height: number; margin: number },
) {
  const [x, y] = [width / 2, height / 2];
  const [across, down] = [x - margin, y - margin];
  if (count === 1) return [{ x, y }];
  return Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count - Math.PI / 2;
    const round = (value: number) => Math.round(value * 10) / 10;
    return { x: round(x + across * Math.cos(angle)), y: round(y + down * Math.sin(angle)) };
  });
}

/** A, B, … Z, AA, AB, … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
