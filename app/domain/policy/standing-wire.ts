import { dayNumber, dayText, FOREVER } from "./day.ts";
import { METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import type { CountedUses, Scoped, Standing } from "./standing.ts";
import { DAY_WIDTH, dayCode } from "./terms-text.ts";
import { encoded, escapeText, seal, unescapeText, unseal } from "./wire-text.ts";
import type { Encoded, WireProblem } from "./wire-text.ts";

/*
 * One customer's standing on the wire: where they are allowed or disqualified, segments and tags, uses.
 *
 *   2;dr;d*,000g1f;d+7,zzz;s#vip,1;s5551,1;ua3,7;ua4,3,g1f2g151;;
 *
 * The head says what there is: "d" allowed or disqualified, "r" returning; "-" for none. A scope: the
 * last day they are allowed to it ("000" for none), then the last they are disqualified from it. A use:
 * the counter, how often ever, then days newest first, each with how often (up to 9; more go on with
 * the same day). Days are three digits in base 36. The function finds a record by its beginning.
 */

/**
 * One entry for each counter, and for each scope of a list: the reader takes the first. Days beyond the newest
 * `DAYS_MOST` are left out; more than 650 records are too many, whatever their length (`limitBytes` is then 0).
 */
export function encodeStanding(standing: Standing): Encoded {
  const { uses, memberships, isReturning, disqualified, allowed } = standing;
  const scopes = [...new Set([...allowed, ...disqualified].map(({ scope }) => scope))];
  const head = (scopes.length > 0 ? "d" : "") + (isReturning ? "r" : "");
  const records = [
    ...memberships.map((id) => "s" + escapeText(id) + ",1"),
    ...scopes.map((scope) => {
      const [until, barred] = [lastDay(allowed, scope), lastDay(disqualified, scope)];
      return "d" + scope + "," + (until ?? "000") + (barred ?? "");
    }),
    ...uses.map(usesText),
  ];
  const limit = records.length > RECORDS_MOST ? 0 : METAFIELD_LIMIT_BYTES;
  return encoded(seal(head || "-", records), limit);
}

function lastDay(list: readonly Scoped[], scope: string): string | undefined {
  const found = list.find((entry) => entry.scope === scope);
  return found && dayCode(found.until === null ? FOREVER : (dayNumber(found.until) ?? 0));
}

function usesText({ counter, total, days }: CountedUses): string {
  const counts = new Map<string, number>();
  for (const date of days) {
    const day = dayCode(dayNumber(date) ?? 0);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const newestFirst = [...counts].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, DAYS_MOST);
  const coded = newestFirst.map(([day, count]) => {
    const rest = count % COUNT_MOST;
    const full = (day + COUNT_MOST).repeat((count - rest) / COUNT_MOST);
    return full + (rest > 0 ? day + rest : "");
  });
  return "u" + escapeText(counter) + "," + total + (days.length > 0 ? "," + coded.join("") : "");
}

/** The most one character says. */
const COUNT_MOST = 9;

/**
 * So many days of one counter are told, the newest: enough for any limit of so many uses. What
 * the function reads is bounded by it.
 */
export const DAYS_MOST = 18;

/** The most records, which bounds what it costs to take them apart. */
const RECORDS_MOST = 650;

export function decodeStanding(
  value: unknown,
): { ok: true; standing: Standing } | { ok: false; problem: WireProblem } {
  const parts = unseal(value);
  if (typeof parts === "string") return { ok: false, problem: parts };
  const disqualified: Scoped[] = [];
  const allowed: Scoped[] = [];
  const memberships: string[] = [];
  const uses: CountedUses[] = [];
  for (const record of parts.slice(1)) {
    const [, kind, name, rest] = /^([dsu])([^,]+),(.*)$/s.exec(record) ?? [];
    const id = unescapeText(name ?? "");
    const use = kind === "u" ? usesFrom(id, rest ?? "") : null;
    if (kind === "s" && rest === "1") memberships.push(id);
    else if (use) uses.push(use);
    else if (kind === "d" && /^(\w{3}){1,2}$/.test(rest ?? "")) {
      const [first = "", last] = (rest ?? "").match(/.{3}/g) ?? [];
      if (first !== "000") allowed.push({ scope: id, until: dateOf(first) });
      if (last) disqualified.push({ scope: id, until: dateOf(last) });
    } else return { ok: false, problem: "malformed" };
  }
  const isReturning = parts[0]?.includes("r") === true;
  return {
    ok: true,
    standing: { uses, memberships, isReturning, disqualified, allowed },
  };
}

function dateOf(code: string): string | null {
  const day = parseInt(code, 36);
  return day === FOREVER ? null : dayText(day);
}

function usesFrom(counter: string, text: string): CountedUses | null {
  const [, total, coded = ""] = /^(\d+)(?:,((?:[0-9a-z]{3}[1-9])+))?$/.exec(text) ?? [];
  if (total === undefined) return null;
  const days = (coded.match(/.{4}/g) ?? []).flatMap((entry) =>
    Array.from({ length: Number(entry.charAt(DAY_WIDTH)) }, () =>
      dayText(parseInt(entry.slice(0, DAY_WIDTH), 36)),
    ),
  );
  return { counter, total: Number(total), days };
}
