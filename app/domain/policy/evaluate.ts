import { codeKey } from "#app/domain/code/code-key.ts";
import { periodOf } from "./period.ts";
import type { Question } from "./question.ts";
import type { GuardRule } from "./rule.ts";
import type { Rejection, Verdict } from "./verdict.ts";

/**
 * Says of every entered code whether it may be used, in the order the codes were entered.
 *
 * Codes of one campaign count together, also within the cart: what is accepted (or already
 * applied) is one more use for the codes after it. The same code typed twice is one code.
 * Precedence: disqualified, then sign-in and segment, then the limit.
 */
export function judge(question: Question): Verdict[] {
  const keys = question.codes.map((entered) => codeKey(entered.code));
  const rules = keys.map((key) => question.rules?.ruleOf(key) ?? null);
  const verdicts: Verdict[] = [];
  const taken: string[] = [];

  const accept = (at: number, rule: GuardRule | null) => {
    if (rule) taken.push(rule.id);
    verdicts[at] = { code: question.codes[at]!.code, rule: rule && rule.id, outcome: "accept" };
  };

  // What is applied already cannot be taken back, so it counts first, wherever it was entered.
  question.codes.forEach((entered, at) => {
    if (!entered.rejectable) accept(at, rules[at] ?? null);
  });
  question.codes.forEach((entered, at) => {
    if (!entered.rejectable) return;
    const rule = rules[at] ?? null;
    const twin = keys.findIndex((key, other) => key === keys[at] && verdicts[other] !== undefined);
    if (twin >= 0) {
      verdicts[at] = { ...verdicts[twin]!, code: entered.code };
      return;
    }
    const inCart = rule ? taken.filter((id) => id === rule.id).length : 0;
    const rejection = rule && rejectionOf(rule, inCart, question);
    if (rejection) verdicts[at] = { code: entered.code, ...rejection };
    else accept(at, rule);
  });
  return verdicts;
}

function rejectionOf(
  rule: GuardRule,
  inCart: number,
  question: Question,
): Omit<Rejection, "code"> | null {
  return (
    disqualification(rule, question) ??
    ineligibility(rule, question) ??
    overLimit(rule, inCart, question)
  );
}

function disqualification(rule: GuardRule, question: Question): Omit<Rejection, "code"> | null {
  const { buyer, standing, guests, localDate } = question;
  const rejection = { rule: rule.id, outcome: "reject", reason: "disqualified" } as const;
  if (isStranger(question)) return guests?.disqualified(rule.id) ? rejection : null;
  const until = standing?.disqualifiedUntil(rule.id);
  if (until === undefined) return null;
  if (until === null) return rejection;
  // Without a readable date nothing can be said to hold still.
  if (periodOf("day", localDate) === null || localDate > until) return null;
  return buyer.state === "signed_in" ? { ...rejection, until } : rejection;
}

function ineligibility(rule: GuardRule, question: Question): Omit<Rejection, "code"> | null {
  const { standing } = question;
  const rejected = { rule: rule.id, outcome: "reject" } as const;
  if (isStranger(question)) {
    const mustSignIn = rule.segments.length > 0 || rule.guest === "sign_in";
    return mustSignIn ? { ...rejected, reason: "sign_in_needed" } : null;
  }
  const outside = rule.segments.length > 0 && standing?.inAnySegment(rule.segments) === false;
  return outside ? { ...rejected, reason: "not_in_segment" } : null;
}

function overLimit(
  rule: GuardRule,
  inCart: number,
  question: Question,
): Omit<Rejection, "code"> | null {
  const { limit } = rule;
  if (!limit) return null;
  const { buyer, standing, guests, localDate } = question;
  const rejection = { rule: rule.id, outcome: "reject", reason: "limit_reached", limit } as const;
  const period = periodOf(limit.window, localDate);

  if (isStranger(question)) {
    const reached =
      rule.guest === "match" && period !== null && guests?.reached(rule.id, period.code);
    return reached || inCart >= limit.perCustomer ? rejection : null;
  }
  const count = (period && standing?.usesOf(rule.id, period.code)) ?? 0;
  if (count + inCart < limit.perCustomer) return null;
  if (buyer.state !== "signed_in" || !period) return rejection;
  const told = { ...rejection, period: period.key, count };
  // Reached only together with another code in this cart: no date to wait for.
  return count >= limit.perCustomer && period.lastDay !== null
    ? { ...told, until: period.lastDay }
    : told;
}

const isStranger = ({ buyer }: Question): boolean =>
  buyer.state === "guest" || buyer.state === "anonymous";
