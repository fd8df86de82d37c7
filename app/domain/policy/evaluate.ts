import { codeKey } from "#app/domain/code/code-key.ts";
import { dayNumber, dayText, FOREVER } from "./day.ts";
import type { GuardLimit } from "./limit.ts";
import type { Question } from "./question.ts";
import { counterOf, type RuleTerms } from "./rule.ts";
import { ruleOf } from "./rules-reader.ts";
import { firstDayOf, lastDateOf } from "./window-days.ts";
import { untilOf, usesOf, type OpenStanding } from "./standing-reader.ts";
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
      // A name of the language's own ("__proto__") does not begin so.
      const key = "=" + codeKey(code);
      const twin = byKey[key];
      if (twin) {
        verdicts[at] = { ...twin, code };
        continue;
      }
      const rule = rules && ruleOf(rules, key.slice(1));
      let verdict: Verdict | null = null;
      if (rule) {
        if (rejectable) verdict = rejectionOf(code, key, rule, inCart, question);
        if (!verdict) {
          inCart[rule.id] = (inCart[rule.id] ?? 0) + 1;
          for (let n = 0; n < rule.groups.length; n++) {
            const group = rule.groups[n]!;
            inCart[group] = (inCart[group] ?? 0) + 1;
          }
        }
      }
      verdicts[at] = byKey[key] = verdict ?? { code, rule: rule && rule.id, outcome: "accept" };
    }
  }
  return verdicts;
}

/** `key` is the code's, after "=". */
function rejectionOf(
  code: string,
  key: string,
  { id, groups, limits, eligibility: who, guest, hasTexts }: RuleTerms,
  inCart: Readonly<Record<string, number>>,
  { buyer: { state, orders }, standing, guests, localDate }: Question,
): Rejection | null {
  const signedIn = state === "signed_in";
  const isStranger = state === "guest" || state === "anonymous";
  const { customers, all, any, none } = who;
  let reason: RejectReason | null = null;
  // The last date the refusal holds; "-" when nobody can say, "9" when it does not end.
  let until = "-";
  let count = 0;
  let limit: GuardLimit | null = null;

  if (isStranger ? guests : standing && standing[0] !== "-") {
    // Without a date nothing can be said to hold still.
    const today = dayNumber(localDate) ?? FOREVER + 1;
    let last = 0;
    for (let at = -2; at < groups.length; at++) {
      const scope = at < -1 ? "*" : at < 0 ? id : groups[at]!;
      if (isStranger) {
        if (guests!.disqualified(scope)) reason = "disqualified";
        continue;
      }
      if (untilOf(standing!, "a", scope) >= today) return null;
      const day = untilOf(standing!, "d", scope);
      if (day > last) last = day;
    }
    if (last >= today) {
      reason = "disqualified";
      if (last < FOREVER) until = dayText(last);
    }
  }
  if (!reason) {
    if (isStranger) {
      // What only a customer can be is asked of one.
      const asks = who.signedIn || all.length + any.length > 0 || customers === "returning";
      if (asks || guest === "sign_in") reason = "sign_in_needed";
    } else if (who.signedIn && !signedIn) {
      reason = "sign_in_needed";
    } else {
      if (standing) {
        if (
          (any.length > 0 && !countIn(standing, any)) ||
          countIn(standing, all) < all.length ||
          countIn(standing, none) > 0
        ) {
          reason = "not_eligible";
        }
      }
      if (!reason && customers !== "everyone") {
        const isReturning = (orders ?? 0) > 0 || (standing && standing[0]!.indexOf("r") >= 0);
        if (customers === "new") reason = isReturning ? "new_only" : null;
        // Without Shopify's count it is not sure that there is none.
        else if (!isReturning && orders !== null) reason = "returning_only";
      }
    }
  }

  // Of the limits that are reached, the one that holds longest.
  let longest = "";
  for (let at = 0; !reason && at < limits.length; at++) {
    const asked = limits[at]!;
    const { window, perCustomer } = asked;
    const first = firstDayOf(window, localDate);
    if (first === null) continue;
    const counter = counterOf(asked, id, key);
    const left = perCustomer - (inCart[counter] ?? 0);
    let used = 0;
    let holds = left < 1 ? "-" : "";
    if (isStranger) {
      const asks = guests && guest === "match" && !holds;
      if (asks && guests.reached(counter, window, localDate)) holds = "-";
    } else {
      const uses = standing && usesOf(standing, counter);
      if (uses) {
        const { days } = uses;
        if (window === "lifetime") used = uses.total;
        else while (used < days.length && days[used]! >= first) used++;
        if (used >= left) holds = "-";
        // A rolling window is left behind by the oldest of the last so many uses.
        if (used >= perCustomer) holds = lastDateOf(window, localDate, days[perCustomer - 1] ?? 0);
      }
    }
    if (holds > longest) {
      longest = until = holds;
      count = used;
      limit = asked;
    }
  }

  if (limit) reason = "limit_reached";
  if (!reason) return null;
  const rejection: Rejection = { code, rule: id, outcome: "reject", reason, hasTexts };
  if (limit) rejection.limit = limit;
  if (signedIn && limit) rejection.count = count;
  if (signedIn && until.length > 1) rejection.until = until;
  return rejection;
}

/** In how many of these somebody is. */
function countIn(standing: OpenStanding, memberships: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < memberships.length; at++) {
    if (restOf(standing, "s" + escapeText(memberships[at]!) + ",") !== null) count++;
  }
  return count;
}
