import { DIGITS, digitsFrom, type Run } from "./symbol.ts";

/**
 * Exactly the numbers from `min` to `max`, as runs of digits: 1 to 50 is 1–9, then 1–4 with any
 * digit, then 50. With `digits`, every number is filled up with zeros to that many.
 */
export function digitShapes(min: number, max: number, digits?: number): Run[][] {
  if (digits !== undefined) return between(filled(min, digits), filled(max, digits));
  const shapes: Run[][] = [];
  const longest = String(max).length;
  for (let width = String(min).length; width <= longest; width++) {
    const low = Math.max(min, width === 1 ? 0 : 10 ** (width - 1));
    const whole = low <= 10 ** (width - 1);
    // Where lengths follow one another in full, one shape with an open end is enough.
    let last = width;
    while (whole && low > 0 && last < longest && max >= 10 ** (last + 1) - 1) last++;
    if (last > width) {
      shapes.push([run(1, 9), { set: DIGITS, min: width - 1, max: last - 1 }]);
    } else {
      shapes.push(...between(String(low), String(Math.min(max, 10 ** width - 1))));
    }
    width = last;
  }
  return shapes;
}

const filled = (n: number, digits: number): string => String(n).padStart(digits, "0");

const run = (from: number, to: number): Run => ({ set: digitsFrom(from, to), min: 1, max: 1 });

/** The texts from `low` to `high`, which are digits of one length. */
function between(low: string, high: string): Run[][] {
  if (low === "") return [[]];
  const [from, to] = [Number(low[0]), Number(high[0])];
  const [lowRest, highRest] = [low.slice(1), high.slice(1)];
  const rest = lowRest.length;
  const startsWhole = lowRest === "0".repeat(rest);
  const endsWhole = highRest === "9".repeat(rest);
  if (from === to && !(startsWhole && endsWhole)) {
    return between(lowRest, highRest).map((shape) => [run(from, from), ...shape]);
  }
  const shapes: Run[][] = [];
  const first = startsWhole ? from : from + 1;
  const last = endsWhole ? to : to - 1;
  if (!startsWhole) {
    shapes.push(...between(lowRest, "9".repeat(rest)).map((s) => [run(from, from), ...s]));
  }
  if (first <= last) {
    const any = rest > 0 ? [{ set: DIGITS, min: rest, max: rest }] : [];
    shapes.push([run(first, last), ...any]);
  }
  if (!endsWhole) {
    shapes.push(...between("0".repeat(rest), highRest).map((s) => [run(to, to), ...s]));
  }
  return shapes;
}
