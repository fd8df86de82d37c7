import { latest } from "./book.ts";
import { METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import type { StandingBook } from "./question.ts";
import type { Standing } from "./standing.ts";
import type { Encoded, WireProblem } from "./wire-text.ts";
import { encoded, recordsOf, seal, wireProblem } from "./wire-text.ts";

/*
 * One customer's standing on the wire: segments, disqualifications, uses.
 *
 *   1;s5551;d*,2026-12-31;db1,;ua3,l,1;ua4,mijs,2;;
 *
 * The function looks for the beginning of the record it needs ("ua4,mijs,") in the text itself.
 */

/** One entry for each rule and period; of several the reader takes the first. */
export function encodeStanding(standing: Standing): Encoded {
  const records = [
    ...standing.segments.map((id) => "s" + id),
    ...standing.disqualified.map(({ rule, until }) => "d" + rule + "," + (until ?? "")),
    ...standing.uses.map(({ rule, period, count }) => "u" + rule + "," + period + "," + count),
  ];
  return encoded(seal(records), METAFIELD_LIMIT_BYTES);
}

export function decodeStanding(
  value: unknown,
): { ok: true; standing: Standing } | { ok: false; problem: WireProblem } {
  const problem = wireProblem(value);
  if (problem) return { ok: false, problem };
  const uses: { rule: string; period: string; count: number }[] = [];
  const segments: string[] = [];
  const disqualified: { rule: string; until: string | null }[] = [];
  for (const record of recordsOf(value as string)) {
    const [first = "", second, third] = record.slice(1).split(",");
    const kind = record.charAt(0);
    const count = countFrom(third ?? "");
    if (kind === "s" && second === undefined) segments.push(first);
    else if (kind === "d" && second !== undefined) {
      disqualified.push({ rule: first, until: second || null });
    } else if (kind === "u" && second !== undefined && count !== null) {
      uses.push({ rule: first, period: second, count });
    } else return { ok: false, problem: "malformed" };
  }
  return { ok: true, standing: { uses, segments, disqualified } };
}

export function openStanding(
  value: unknown,
): { ok: true; book: StandingBook } | { ok: false; problem: WireProblem } {
  const problem = wireProblem(value);
  if (problem) return { ok: false, problem };
  const text = value as string;
  return {
    ok: true,
    book: {
      usesOf: (rule, periodCode) =>
        countFrom(after(text, ";u" + rule + "," + periodCode + ",") ?? "") ?? 0,
      inAnySegment: (segments) => segments.some((id) => text.includes(";s" + id + ";")),
      disqualifiedUntil: (rule) => {
        const ends = [after(text, ";d" + rule + ","), after(text, ";d*,")];
        return latest(ends.filter((end) => end !== undefined).map((end) => end || null));
      },
    },
  };
}

/** What follows `start`, up to the end of its record. */
function after(text: string, start: string): string | undefined {
  const at = text.indexOf(start);
  if (at < 0) return undefined;
  const from = at + start.length;
  return text.slice(from, text.indexOf(";", from));
}

function countFrom(text: string): number | null {
  const count = text === "" ? NaN : Number(text);
  return Number.isInteger(count) && count >= 0 ? count : null;
}
