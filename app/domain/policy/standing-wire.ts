import { METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import type { StandingBook } from "./question.ts";
import { FOREVER, type Standing } from "./standing.ts";
import type { Encoded, WireProblem } from "./wire-text.ts";
import { encoded, recordsOf, restOf, seal, wireProblem } from "./wire-text.ts";

/*
 * One customer's standing on the wire: disqualifications, segments, uses.
 *
 *   1;d*,2026-12-31;db1,9999-12-31;s5551;ua3,L,1;ua4,2026-11,2;;
 *
 * The function finds the record it needs by its beginning ("ua4,2026-11,").
 */

/** One entry for each rule and period, and for each disqualification: the reader takes the first. */
export function encodeStanding(standing: Standing): Encoded {
  const records = [
    ...standing.segments.map((id) => "s" + id),
    ...standing.disqualified.map(({ rule, until }) => "d" + rule + "," + (until ?? FOREVER)),
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
    const count = third ? Number(third) : NaN;
    if (kind === "s" && second === undefined) segments.push(first);
    else if (kind === "d" && second) {
      disqualified.push({ rule: first, until: second === FOREVER ? null : second });
    } else if (kind === "u" && second && Number.isInteger(count)) {
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
  const records = recordsOf(value as string);
  return {
    ok: true,
    book: {
      usesOf: (rule, period) => Number(restOf(records, "u" + rule + "," + period + ",")) || 0,
      inAnySegment: (segments) => segments.some((id) => restOf(records, "s" + id) === ""),
      disqualifiedUntil(rule) {
        // Disqualifications come first, so most standings are done with one look.
        if (records[0]?.startsWith("d") !== true) return null;
        const own = restOf(records, "d" + rule + ",") ?? "";
        const all = restOf(records, "d*,") ?? "";
        return (own > all ? own : all) || null;
      },
    },
  };
}
