import { codeDate, DAY_WIDTH, FOREVER, nearestDayCode, NEVER } from "./day-code.ts";
import { METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import type { CountedUses, Scoped, Standing } from "./standing.ts";
import { encoded, escapeText, seal, unescapeText, unseal } from "./wire-text.ts";
import type { Encoded, WireProblem } from "./wire-text.ts";

/*
 * One customer's standing on the wire: where they are allowed, disqualified or asked to sign in, segments and tags, uses.
 *
 *   3^dr^d*,000000261130^d+7,999999^da3,000000000000261224^s#vip,1^s5551,1^ua3,,7^ua4,26113022611201,3^^
 *
 * The head says what there is: "d" some scope, "r" returning; "-" for none. A scope: the last day they are allowed to it
 * (`NEVER` for none), then the last they are disqualified from it, then the last they are asked to sign in for it. A use:
 * the counter, then days newest first, each with how often (up to 9; more go on with the same day), then
 * how often ever. Days are as `dayCode` writes them. The function finds a record by its beginning.
 */

/**
 * One entry for each counter, and for each scope of a list: the reader takes the first. Days beyond the newest
 * `DAYS_MOST` are left out; more than 650 records are too many, whatever their length (`limitBytes` is then 0).
 */
export function encodeStanding(standing: Standing): Encoded {
  const { uses, memberships, isReturning, disqualified, signIn, allowed } = standing;
  const scopes = [...new Set([...allowed, ...disqualified, ...signIn].map(({ scope }) => scope))];
  const head = (scopes.length > 0 ? "d" : "") + (isReturning ? "r" : "");
  const records = [
    ...memberships.map((id) => "s" + escapeText(id) + ",1"),
    ...scopes.map((scope) => {
      const [until, barred, asked] = [allowed, disqualified, signIn].map((list) =>
        lastDay(list, scope),
      );
      const rest = asked === undefined ? (barred ?? "") : (barred ?? NEVER) + asked;
      return "d" + scope + "," + (until ?? NEVER) + rest;
    }),
    ...uses.map(usesText),
  ];
  const limit = records.length > RECORDS_MOST ? 0 : METAFIELD_LIMIT_BYTES;
  return encoded(seal(head || "-", records.sort()), limit);
}

function lastDay(list: readonly Scoped[], scope: string): string | undefined {
  const found = list.find((entry) => entry.scope === scope);
  return found && (found.until === null ? FOREVER : nearestDayCode(found.until));
}

function usesText({ counter, total, days }: CountedUses): string {
  const counts = new Map<string, number>();
  for (const date of days) {
    const day = nearestDayCode(date);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const newestFirst = [...counts].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, DAYS_MOST);
  const coded = newestFirst.map(([day, count]) => {
    const rest = count % COUNT_MOST;
    const full = (day + COUNT_MOST).repeat((count - rest) / COUNT_MOST);
    return full + (rest > 0 ? day + rest : "");
  });
  return "u" + escapeText(counter) + "," + coded.join("") + "," + total;
}

/** The most one character says. */
const COUNT_MOST = 9;

/**
 * So many days of one counter are told, the newest: enough for any limit of so many uses. What
 * the function reads is bounded by it.
 */
export const DAYS_MOST = 18;

/** The most records, which bounds what it costs to search them. */
const RECORDS_MOST = 650;

export function decodeStanding(
  value: unknown,
): { ok: true; standing: Standing } | { ok: false; problem: WireProblem } {
  const parts = unseal(value);
  if (typeof parts === "string") return { ok: false, problem: parts };
  const allowed: Scoped[] = [];
  const disqualified: Scoped[] = [];
  const signIn: Scoped[] = [];
  const memberships: string[] = [];
  const uses: CountedUses[] = [];
  for (const record of parts.slice(1)) {
    const [, kind, name, rest] = /^([dsu])([^,]+),(.*)$/s.exec(record) ?? [];
    const id = unescapeText(name ?? "");
    const use = kind === "u" ? usesFrom(id, rest ?? "") : null;
    if (kind === "s" && rest === "1") memberships.push(id);
    else if (use) uses.push(use);
    else if (kind === "d" && /^(\d{6}){1,3}$/.test(rest ?? "")) {
      const days = (rest ?? "").match(/.{6}/g) ?? [];
      for (const [at, list] of [allowed, disqualified, signIn].entries()) {
        const day = days[at] ?? NEVER;
        if (day !== NEVER) list.push({ scope: id, until: dateOf(day) });
      }
    } else return { ok: false, problem: "malformed" };
  }
  const isReturning = parts[0]?.includes("r") === true;
  return {
    ok: true,
    standing: { uses, memberships, isReturning, disqualified, signIn, allowed },
  };
}

function dateOf(code: string): string | null {
  return code === FOREVER ? null : codeDate(code);
}

function usesFrom(counter: string, text: string): CountedUses | null {
  const [, coded = "", total] = /^((?:\d{6}[1-9])*),(\d+)$/.exec(text) ?? [];
  if (total === undefined) return null;
  const days = (coded.match(/.{7}/g) ?? []).flatMap((entry) =>
    Array.from({ length: Number(entry.charAt(DAY_WIDTH)) }, () =>
      codeDate(entry.slice(0, DAY_WIDTH)),
    ),
  );
  return { counter, total: Number(total), days };
}
