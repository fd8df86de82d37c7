import { codeKey } from "#app/domain/code/code-key.ts";
import type { LimitWindow } from "./limit.ts";
import { isDate, periodOf, type Period } from "./period.ts";
import type { EnteredCode, Question } from "./question.ts";
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
  const verdicts: Verdict[] = [];
  const byKey = new Map<string, Verdict>();
  const inCart = new Map<string, number>();
  const judgeRule = judgeOf(question);

  const decide = ({ code, rejectable }: EnteredCode, at: number) => {
    const key = codeKey(code);
    const twin = byKey.get(key);
    const rule = twin ? null : (rules?.ruleOf(key) ?? null);
    const before = (rule && inCart.get(rule.id)) ?? 0;
    const rejection = rule && rejectable ? judgeRule(rule, before, code) : null;
    const verdict: Verdict = twin
      ? { ...twin, code }
      : (rejection ?? { code, rule: rule && rule.id, outcome: "accept" });
    if (rule && !rejection) inCart.set(rule.id, before + 1);
    if (!twin) byKey.set(key, verdict);
    verdicts[at] = verdict;
  };
  // What is applied already cannot be taken back, so it counts first, wherever it was entered.
  codes.forEach((entered, at) => entered.rejectable || decide(entered, at));
  codes.forEach((entered, at) => entered.rejectable && decide(entered, at));
  return verdicts;
}

type Details = Pick<Rejection, "limit" | "period" | "count" | "until">;

function judgeOf({ buyer, standing, guests, localDate }: Question) {
  const signedIn = buyer.state === "signed_in";
  const isStranger = buyer.state === "guest" || buyer.state === "anonymous";
  const periods = new Map<LimitWindow, Period | null>();

  const periodNow = (window: LimitWindow): Period | null => {
    if (!periods.has(window)) periods.set(window, periodOf(window, localDate));
    return periods.get(window) ?? null;
  };

  return (rule: RuleTerms, inCart: number, code: string): Rejection | null => {
    const { id, limit, segments } = rule;
    const reject = (reason: RejectReason, details?: Details): Rejection => ({
      code,
      rule: id,
      outcome: "reject",
      reason,
      ...details,
    });

    if (isStranger) {
      if (guests?.disqualified(id)) return reject("disqualified");
      if (segments.length > 0 || rule.guest === "sign_in") return reject("sign_in_needed");
    } else {
      const until = standing?.disqualifiedUntil(id);
      // Without a readable date nothing can be said to hold still.
      if (until && isDate(localDate) && localDate <= until) {
        return reject("disqualified", signedIn && until !== FOREVER ? { until } : {});
      }
      if (segments.length > 0 && standing?.inAnySegment(segments) === false) {
        return reject("not_in_segment");
      }
    }

    const period = limit && periodNow(limit.window);
    if (!limit || (!period && inCart < limit.perCustomer)) return null;
    if (isStranger) {
      const reached =
        inCart >= limit.perCustomer ||
        (rule.guest === "match" && period && guests?.reached(id, period.key));
      return reached ? reject("limit_reached", { limit }) : null;
    }
    const count = (period && standing?.usesOf(id, period.key)) ?? 0;
    if (count + inCart < limit.perCustomer) return null;
    if (!signedIn || !period) return reject("limit_reached", { limit });
    // Reached only together with another code in this cart, there is no date to wait for.
    return reject(
      "limit_reached",
      count >= limit.perCustomer && period.lastDay
        ? { limit, period: period.key, count, until: period.lastDay }
        : { limit, period: period.key, count },
    );
  };
}
