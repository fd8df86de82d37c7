import { dayNumber, dayText, FOREVER } from "./day.ts";
import { METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import type { CountedUses, Scoped, Standing } from "./standing.ts";
import { DAY_WIDTH, dayCode } from "./terms-text.ts";
import { encoded, escapeText, seal, unescapeText, unseal } from "./wire-text.ts";
import type { Encoded, WireProblem } from "./wire-text.ts";

/*
 * One customer's standing on the wire: allowed, disqualified, segments and tags, uses.
 *
 *   2;dr;d*,gxu;s#vip,1;s5551,1;ua3,1;ua4,3,g1b2g181;;
 *
 * The head says what there is: "a" allowed, "d" disqualified, "r" returning; "-" for none. A use: the
 * counter, how often ever, then days of fixed width (base 36), newest first, each with how often (up
 * to "z"; more go on with the same day). The function finds a record by its beginning ("ua4,").
 */

/** One entry for each counter, and for each scope of a list: the reader takes the first. */
export function encodeStanding(standing: Standing): Encoded {
  const { uses, memberships, isReturning, disqualified, allowed } = standing;
  const head =
    (allowed.length > 0 ? "a" : "") +
    (disqualified.length > 0 ? "d" : "") +
    (isReturning ? "r" : "");
  const records = [
    ...memberships.map((id) => "s" + escapeText(id) + ",1"),
    ...disqualified.map((entry) => "d" + scopedText(entry)),
    ...allowed.map((entry) => "a" + scopedText(entry)),
    ...uses.map(usesText),
  ];
  return encoded(seal(head || "-", records), METAFIELD_LIMIT_BYTES);
}

const scopedText = ({ scope, until }: Scoped): string =>
  scope + "," + dayCode(until === null ? FOREVER : (dayNumber(until) ?? 0));

function usesText({ counter, total, days }: CountedUses): string {
  const counts = new Map<string, number>();
  for (const date of days) {
    const day = dayCode(dayNumber(date) ?? 0);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const newestFirst = [...counts].sort(([a], [b]) => (a < b ? 1 : -1));
  const coded = newestFirst.map(([day, count]) => {
    const rest = count % COUNT_MOST;
    const full = (day + COUNT_MOST.toString(36)).repeat((count - rest) / COUNT_MOST);
    return full + (rest > 0 ? day + rest.toString(36) : "");
  });
  return "u" + escapeText(counter) + "," + total + (days.length > 0 ? "," + coded.join("") : "");
}

/** The most one character says. */
const COUNT_MOST = 35;

export function decodeStanding(
  value: unknown,
): { ok: true; standing: Standing } | { ok: false; problem: WireProblem } {
  const parts = unseal(value);
  if (typeof parts === "string") return { ok: false, problem: parts };
  const lists = { d: [] as Scoped[], a: [] as Scoped[] };
  const memberships: string[] = [];
  const uses: CountedUses[] = [];
  for (const record of parts.slice(1)) {
    const [, kind, name, rest] = /^([adsu])([^,]+),(.*)$/s.exec(record) ?? [];
    const id = unescapeText(name ?? "");
    const use = kind === "u" ? usesFrom(id, rest ?? "") : null;
    if (kind === "s" && rest === "1") memberships.push(id);
    else if (use) uses.push(use);
    else if ((kind === "d" || kind === "a") && rest?.length === DAY_WIDTH) {
      const day = parseInt(rest, 36);
      lists[kind].push({ scope: id, until: day === FOREVER ? null : dayText(day) });
    } else return { ok: false, problem: "malformed" };
  }
  const isReturning = parts[0]?.includes("r") === true;
  return {
    ok: true,
    standing: { uses, memberships, isReturning, disqualified: lists.d, allowed: lists.a },
  };
}

function usesFrom(counter: string, text: string): CountedUses | null {
  const [, total, coded = ""] = /^(\d+)(?:,((?:[0-9a-z]{4})+))?$/.exec(text) ?? [];
  if (total === undefined) return null;
  const days = (coded.match(/.{4}/g) ?? []).flatMap((entry) =>
    Array.from({ length: parseInt(entry.charAt(DAY_WIDTH), 36) }, () =>
      dayText(parseInt(entry.slice(0, DAY_WIDTH), 36)),
    ),
  );
  return { counter, total: Number(total), days };
}
