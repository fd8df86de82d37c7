import { codeKey } from "#app/domain/code/code-key.ts";
import { isDate, lastDayOf, periodKey } from "./period.ts";
import type { Question } from "./question.ts";
import type { RuleTerms } from "./rule.ts";
import { FOREVER } from "./standing.ts";
import type { Rejection, RejectReason, Verdict } from "./verdict.ts";

/**
 * Says of every entered code whether it may be used, in the order the codes were entered.
 *
 * Codes of one campaign count together, also within the cart: what is accepted (or already
 * applied) is one more use for the codes after it. The same code typed twice is one code.
 * Precedence: disqualified, then sign-in and segment, then the limit.
 */
export function judge(question: Question): Verdict[] {
  const { rules, codes } = question;
  const today = isDate(question.localDate) ? question.localDate : null;
  const verdicts: Verdict[] = [];
  const byKey = new Map<string, Verdict>();
  const inCart = new Map<string, number>();

  // What is applied already cannot be taken back, so it counts first, wherever it was entered.
  for (const rejectable of [false, true]) {
    for (let at = 0; at < codes.length; at++) {
      const entered = codes[at]!;
      if (entered.rejectable !== rejectable) continue;
      const { code } = entered;
      const key = codeKey(code);
      const twin = byKey.get(key);
      if (twin) {
        verdicts[at] = { ...twin, code };
        continue;
      }
      const rule = rules && rules.ruleOf(key);
      const before = (rule && inCart.get(rule.id)) ?? 0;
      const rejection =
        rule && rejectable ? rejectionOf(rule, before, code, today, question) : null;
      if (rule && !rejection) inCart.set(rule.id, before + 1);
      const verdict = rejection ?? { code, rule: rule && rule.id, outcome: "accept" };
      byKey.set(key, verdict);
      verdicts[at] = verdict;
    }
  }
  return verdicts;
}

/** `today` is null when the date cannot be read: then nothing can be said to hold still. */
function rejectionOf(
  rule: RuleTerms,
  inCart: number,
  code: string,
  today: string | null,
  { buyer, standing, guests }: Question,
): Rejection | null {
  const { id, limit, segments, guest } = rule;
  const signedIn = buyer.state === "signed_in";
  const isStranger = buyer.state === "guest" || buyer.state === "anonymous";

  if (isStranger) {
    if (guests && guests.disqualified(id)) return reject(code, id, "disqualified");
    if (segments.length > 0 || guest === "sign_in") return reject(code, id, "sign_in_needed");
  } else if (standing) {
    const until = standing.disqualifiedUntil(id);
    if (until && today && today <= until) {
      const told = signedIn && until !== FOREVER ? { until } : null;
      return reject(code, id, "disqualified", told);
    }
    if (segments.length > 0 && !standing.inAnySegment(segments)) {
      return reject(code, id, "not_in_segment");
    }
  }

  if (!limit) return null;
  const { window, perCustomer } = limit;
  const period = today || window === "lifetime" ? periodKey(window, today ?? "") : null;
  if (isStranger) {
    const reached = period && guest === "match" && guests && guests.reached(id, period);
    return reached || inCart >= perCustomer ? reject(code, id, "limit_reached", { limit }) : null;
  }
  const count = period && standing ? standing.usesOf(id, period) : 0;
  if (count + inCart < perCustomer) return null;
  if (!signedIn || !period) return reject(code, id, "limit_reached", { limit });
  // Reached only together with another code in this cart, there is no date to wait for.
  const until = count >= perCustomer && today ? lastDayOf(window, today) : null;
  return reject(code, id, "limit_reached", { limit, period, count, ...(until && { until }) });
}

type Details = Pick<Rejection, "limit" | "period" | "count" | "until">;

function reject(
  code: string,
  rule: string,
  reason: RejectReason,
  details: Details | null = null,
): Rejection {
  return { code, rule, outcome: "reject", reason, ...details };
}
