import { codeKey } from "#app/domain/code/code-key.ts";
import { dayNumber, dayText, FOREVER } from "./day.ts";
import type { GuardLimit } from "./limit.ts";
import type { Buyer, Question, StandingBook } from "./question.ts";
import { counterOf, type Eligibility, type RuleTerms } from "./rule.ts";
import { spanOf, type Span } from "./span.ts";
import type { Rejection, RejectReason, Verdict } from "./verdict.ts";

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
  for (const rejectable of [false, true]) {
    for (let at = 0; at < codes.length; at++) {
      const { code, rejectable: mayBe } = codes[at]!;
      if (mayBe !== rejectable) continue;
      const key = codeKey(code);
      // A name of the language's own ("__proto__") cannot begin so.
      const twin = byKey["=" + key];
      if (twin) {
        verdicts[at] = { ...twin, code };
        continue;
      }
      const rule = rules && rules.ruleOf(key);
      const refused = rule && rejectable ? refusalOf(rule, key, inCart, question) : null;
      if (rule && !refused) {
        for (const counter of [rule.id, ...rule.groups]) {
          inCart[counter] = (inCart[counter] ?? 0) + 1;
        }
      }
      verdicts[at] = byKey["=" + key] =
        rule && refused
          ? { code, rule: rule.id, outcome: "reject", hasTexts: rule.hasTexts, ...refused }
          : { code, rule: rule && rule.id, outcome: "accept" };
    }
  }
  return verdicts;
}

type Refusal = Pick<Rejection, "reason" | "limit" | "count" | "until">;

function refusalOf(
  rule: RuleTerms,
  key: string,
  inCart: Record<string, number>,
  { buyer, standing, guests, localDate }: Question,
): Refusal | null {
  const { id, groups, eligibility: who, guest } = rule;
  const signedIn = buyer.state === "signed_in";
  const isStranger = buyer.state === "guest" || buyer.state === "anonymous";
  const today = dayNumber(localDate);
  const scopes = ["*", id, ...groups];

  if (isStranger) {
    if (guests && scopes.some((scope) => guests.disqualified(scope))) {
      return { reason: "disqualified" };
    }
    if (guest === "sign_in" || asksForCustomer(who)) return { reason: "sign_in_needed" };
  } else {
    if (standing && today !== null) {
      let until = 0;
      for (const scope of scopes) {
        if (standing.allowedUntil(scope) >= today) return null;
        until = Math.max(until, standing.disqualifiedUntil(scope));
      }
      if (until >= today) {
        const told = signedIn && until < FOREVER ? { until: dayText(until) } : null;
        return { reason: "disqualified", ...told };
      }
    }
    const reason = ineligible(who, buyer, standing);
    if (reason) return { reason };
  }
  return worstOf(rule, key, inCart, today, isStranger, { buyer, standing, guests });
}

/** Whether only a customer can be what is asked. */
const asksForCustomer = (who: Eligibility): boolean =>
  who.signedIn || who.all.length + who.any.length > 0 || who.customers === "returning";

/** Why a customer may not use the code at all. */
function ineligible(
  who: Eligibility,
  { state, orders }: Buyer,
  standing: StandingBook | null,
): RejectReason | null {
  if (who.signedIn && state !== "signed_in") return "sign_in_needed";
  if (standing) {
    const isIn = (membership: string) => standing.isIn(membership);
    if (
      !who.all.every(isIn) ||
      (who.any.length > 0 && !who.any.some(isIn)) ||
      who.none.some(isIn)
    ) {
      return "not_eligible";
    }
  }
  if (who.customers === "everyone") return null;
  const isReturning = (orders !== null && orders > 0) || (standing && standing.isReturning);
  if (who.customers === "new") return isReturning ? "new_only" : null;
  return isReturning || orders === null ? null : "returning_only";
}

/** Of the limits that are reached, the one that holds longest. `today` is null when it cannot be read. */
function worstOf(
  rule: RuleTerms,
  key: string,
  inCart: Record<string, number>,
  today: number | null,
  isStranger: boolean,
  { buyer, standing, guests }: Pick<Question, "buyer" | "standing" | "guests">,
): Refusal | null {
  let worst: Refusal | null = null;
  let longest = -1;
  for (const limit of rule.limits) {
    const { window, perCustomer } = limit;
    const span = today === null && window !== "lifetime" ? null : spanOf(window, today ?? 0);
    if (!span) continue;
    const counter = counterOf(limit, rule.id, key);
    const left = perCustomer - (inCart[counter] ?? 0);
    let holds = left < 1 ? 0 : -1;
    let told: Pick<Refusal, "count" | "until"> | null = null;
    if (isStranger) {
      const asks = rule.guest === "match" && guests && holds < 0;
      if (asks && guests.reached(counter, window, today ?? 0)) holds = 0;
    } else {
      const uses = standing && standing.usesOf(counter);
      const before = uses ? held(limit, uses, span) : { count: 0, until: 0 };
      if (before.until > 0) holds = before.until;
      else if (before.count >= left) holds = 0;
      if (buyer.state === "signed_in") {
        const isDated = holds > 0 && holds < FOREVER;
        told = { count: before.count, ...(isDated && { until: dayText(holds) }) };
      }
    }
    if (holds > longest) {
      longest = holds;
      worst = { reason: "limit_reached", limit, ...told };
    }
  }
  return worst;
}

/** How often within the span, and up to which day that alone reaches the limit (0: it does not). */
function held(
  { window, perCustomer }: GuardLimit,
  { total, days }: { total: number; days: readonly number[] },
  { first, last }: Span,
): { count: number; until: number } {
  if (last === null) return { count: total, until: total >= perCustomer ? FOREVER : 0 };
  let count = 0;
  while (count < days.length && days[count]! >= first) count++;
  if (count < perCustomer) return { count, until: 0 };
  const isRolling = typeof window !== "string" && window.kind === "rolling";
  return { count, until: isRolling ? days[perCustomer - 1]! + window.days - 1 : last };
}
