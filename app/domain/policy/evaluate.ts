import { codeKey } from "#app/domain/code/code-key.ts";
import { dayNumber, dayText } from "./day.ts";
import type { GuardLimit } from "./limit.ts";
import type { Question } from "./question.ts";
import { counterOf, type RuleTerms } from "./rule.ts";
import { ruleOf } from "./rules-reader.ts";
import { firstDayOf, lastDateOf } from "./window-days.ts";
import { daysOf, usesOf, type OpenStanding } from "./standing-reader.ts";
import type { Rejection, RejectReason, Verdict } from "./verdict.ts";
import { escapeText, restOf } from "./wire-text.ts";

// Written for an engine that takes 3,000 instructions to set a function up and 4,000 for a `for … of`: few functions,
// plain loops. docs/guard-cost.md has the prices.

/**
 * Says of every entered code whether it may be used, in the order the codes were entered.
 *
 * What counts together counts together within the cart, too: what is accepted (or already applied) is
 * one more use for the codes after it. The same code typed twice is one code.
 * Precedence: allowed, then disqualified, sign-in, eligibility, and the limits.
 */
export function judge(question: Question): Verdict[] {
  const { rules, codes } = question;
  const verdicts: Verdict[] = [];
  const byKey: Record<string, Verdict> = {};
  const inCart: Record<string, number> = {};

  // What is applied already cannot be taken back, so it counts first, wherever it was entered.
  for (let pass = 0; pass < 2; pass++) {
    for (let at = 0; at < codes.length; at++) {
      const { code, rejectable } = codes[at]!;
      if (rejectable !== (pass === 1)) continue;
      // As it is written; a name of the language's own ("__proto__") does not end so.
      const key = escapeText(codeKey(code)) + ",";
      const twin = byKey[key];
      if (twin) {
        verdicts[at] = { ...twin, code };
        continue;
      }
      const rule = rules && ruleOf(rules, key);
      const verdict: Verdict = (rule &&
        rejectable &&
        rejectionOf(code, key, rule, inCart, question)) || {
        code,
        rule: rule && rule.id,
        outcome: "accept",
      };
      if (rule && verdict.outcome === "accept") {
        for (const counter of [rule.id].concat(rule.groups)) {
          inCart[counter] = (inCart[counter] ?? 0) + 1;
        }
      }
      verdicts[at] = byKey[key] = verdict;
    }
  }
  return verdicts;
}

/** `key` is the code's as `ruleOf` asks for it. */
function rejectionOf(
  code: string,
  key: string,
  { id, groups, limits, eligibility, guest, hasTexts }: RuleTerms,
  inCart: Readonly<Record<string, number>>,
  { buyer: { state, orders }, localDate, guests: marks, standing: known }: Question,
): Rejection | null {
  const day = dayNumber(localDate);
  const { customers, all, any, none, signedIn: mustSignIn } = eligibility;
  const signedIn = state === "signed_in";
  const isStranger = !signedIn && state !== "known";
  const guests = isStranger ? marks : null;
  const standing = isStranger ? null : known;
  let reason: RejectReason | null = null;
  let limit: GuardLimit | null = null;
  let count = 0;
  // The last date the refusal holds; "-" when nobody can say, "9" when it does not end.
  let until = "";

  // Most standings have none of these.
  if (guests || (standing && standing[0]!.indexOf("d") >= 0)) {
    const scopes = ["*", id].concat(groups);
    // Without a date nothing can be said to hold still.
    const today = day === null ? "~" : day.toString(36);
    for (let at = 0; at < scopes.length; at++) {
      const days = standing ? daysOf(standing, scopes[at]!) : "";
      if (days.slice(0, 3) >= today) return null;
      const last = days.slice(3);
      if (last >= today || (!reason && guests && guests.disqualified(scopes[at]!))) {
        reason = "disqualified";
        const date = last < "zzz" ? dayText(parseInt(last, 36)) : "9";
        if (date > until) until = date;
      }
    }
  }

  if (!reason) {
    const isReturning = (orders ?? 0) > 0 || (standing && standing[0]!.indexOf("r") >= 0);
    // What only a customer can be is asked of one.
    const asks = mustSignIn || all.length + any.length > 0 || customers === "returning";
    if (isStranger ? asks || guest === "sign_in" : mustSignIn && !signedIn) {
      reason = "sign_in_needed";
    } else if (
      standing &&
      ((any.length > 0 && !countIn(standing, any)) ||
        countIn(standing, all) < all.length ||
        countIn(standing, none) > 0)
    ) {
      reason = "not_eligible";
    } else if (customers === "new" && isReturning) {
      reason = "new_only";
    } else if (customers === "returning" && !isReturning && orders !== null) {
      // Without Shopify's count it is not sure that there is none.
      reason = "returning_only";
    }
  }

  // Of the limits that are reached, the one that holds longest.
  for (let at = 0; !reason && at < limits.length; at++) {
    const asked = limits[at]!;
    const { window, perCustomer } = asked;
    const first = firstDayOf(window, localDate, day);
    if (first === null) continue;
    const counter = counterOf(asked, id, key.slice(0, -1));
    let used = 0;
    let holds = "";
    if (standing) {
      const uses = usesOf(standing, counter, first, perCustomer);
      used = uses.count;
      // A rolling window is left behind by the oldest of the last so many uses.
      if (used >= perCustomer) holds = lastDateOf(window, localDate, uses.day);
    }
    if (
      used + (inCart[counter] ?? 0) >= perCustomer ||
      (guests && guest === "match" && guests.reached(counter, window, localDate))
    ) {
      holds ||= "-";
    }
    if (holds > until) {
      until = holds;
      count = used;
      limit = asked;
    }
  }

  if (limit) reason = "limit_reached";
  if (!reason) return null;
  const rejection: Rejection = { code, rule: id, outcome: "reject", reason, hasTexts };
  if (limit) rejection.limit = limit;
  if (limit && signedIn) rejection.count = count;
  if (until.length > 1 && signedIn) rejection.until = until;
  return rejection;
}

/** In how many of these somebody is. */
function countIn(standing: OpenStanding, memberships: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < memberships.length; at++) {
    if (restOf(standing, "s" + memberships[at]! + ",")) count++;
  }
  return count;
}
