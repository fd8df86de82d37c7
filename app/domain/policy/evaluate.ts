import { codeKey } from "#app/domain/code/code-key.ts";
import { isDate, periodOf } from "./period.ts";
import type { Question } from "./question.ts";
import type { RuleTerms } from "./rule.ts";
import { FOREVER } from "./standing.ts";
import type { Rejection, RejectReason, Verdict } from "./verdict.ts";

/** A rejection of any code of the rule. */
type Refusal = Omit<Rejection, "code">;

/**
 * Says of every entered code whether it may be used, in the order the codes were entered.
 *
 * Codes of one campaign count together, also within the cart: what is accepted (or already
 * applied) is one more use for the codes after it. The same code typed twice is one code.
 * Precedence: disqualified, then sign-in and segment, then the limit.
 */
export function judge(question: Question): Verdict[] {
  const verdicts: Verdict[] = [];
  const byKey = new Map<string, Verdict>();
  const inCart = new Map<string, number>();

  // What is applied already cannot be taken back, so it counts first, wherever it was entered.
  for (const rejectable of [false, true]) {
    question.codes.forEach((entered, at) => {
      if (entered.rejectable !== rejectable) return;
      const { code } = entered;
      const key = codeKey(code);
      const twin = byKey.get(key);
      if (twin) {
        verdicts[at] = rejectable
          ? { ...twin, code }
          : { code, rule: twin.rule, outcome: "accept" };
        return;
      }
      const rule = question.rules?.ruleOf(key) ?? null;
      const before = rule ? (inCart.get(rule.id) ?? 0) : 0;
      const refusal = rule && rejectable ? refusalOf(rule, before, question) : null;
      const verdict: Verdict = refusal
        ? { code, ...refusal }
        : { code, rule: rule && rule.id, outcome: "accept" };
      if (rule && !refusal) inCart.set(rule.id, before + 1);
      byKey.set(key, verdict);
      verdicts[at] = verdict;
    });
  }
  return verdicts;
}

function refusalOf(rule: RuleTerms, inCart: number, question: Question): Refusal | null {
  const { state } = question.buyer;
  return state === "guest" || state === "anonymous"
    ? refusalOfStranger(rule, inCart, question)
    : refusalOfCustomer(rule, inCart, question);
}

function refusalOfStranger(rule: RuleTerms, inCart: number, question: Question): Refusal | null {
  const { guests, localDate } = question;
  const { limit } = rule;
  if (guests?.disqualified(rule.id)) return refuse(rule, "disqualified");
  if (rule.segments.length > 0 || rule.guest === "sign_in") return refuse(rule, "sign_in_needed");
  if (!limit) return null;
  const period = rule.guest === "match" && guests ? periodOf(limit.window, localDate) : null;
  const reached = period !== null && guests?.reached(rule.id, period.key) === true;
  return reached || inCart >= limit.perCustomer ? refuse(rule, "limit_reached", { limit }) : null;
}

function refusalOfCustomer(rule: RuleTerms, inCart: number, question: Question): Refusal | null {
  const { standing, localDate, buyer } = question;
  const { limit } = rule;
  const signedIn = buyer.state === "signed_in";

  const until = standing?.disqualifiedUntil(rule.id);
  // Without a readable date nothing can be said to hold still.
  if (until && isDate(localDate) && localDate <= until) {
    return refuse(rule, "disqualified", signedIn && until !== FOREVER ? { until } : {});
  }
  if (rule.segments.length > 0 && standing?.inAnySegment(rule.segments) === false) {
    return refuse(rule, "not_in_segment");
  }
  if (!limit) return null;
  const period = periodOf(limit.window, localDate);
  const count = (period && standing?.usesOf(rule.id, period.key)) ?? 0;
  if (count + inCart < limit.perCustomer) return null;
  if (!signedIn || !period) return refuse(rule, "limit_reached", { limit });
  // Reached only together with another code in this cart, there is no date to wait for.
  const again = count >= limit.perCustomer && period.lastDay ? { until: period.lastDay } : {};
  return refuse(rule, "limit_reached", { limit, period: period.key, count, ...again });
}

type Details = Pick<Rejection, "limit" | "period" | "count" | "until">;

const refuse = (rule: RuleTerms, reason: RejectReason, details: Details = {}): Refusal => ({
  rule: rule.id,
  outcome: "reject",
  reason,
  ...details,
});
