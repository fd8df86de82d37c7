import { useState } from "react";
import { CASE_REASONS, type CaseDecision } from "#app/domain/case/case.ts";
import { usualForm, usualPeople, type DecisionForm } from "#app/domain/case/decision.ts";
import { isFelt } from "#app/domain/fair-use/policy.ts";
import type { CaseDetail, CaseSummary } from "#app/domain/case/summary.ts";

/** A form in which something is decided already. */
export type ChosenForm = DecisionForm & { decision: CaseDecision };

type Made = {
  form: ChosenForm;
  /** Whether somebody said themselves whether they are different people or one. */
  arePeopleSaid: boolean;
};

/**
 * The decision as it is being made. Another choice brings its usual form; what was written and asked of Shopify stays. A
 * reason says whether they are different people until somebody says so themselves.
 */
export function useDecisionForm(
  policy: CaseDetail["policy"] = null,
  kinds: CaseSummary["kinds"] = [],
) {
  const [made, setMade] = useState<Made | null>(null);
  const choose = (decision: CaseDecision) =>
    setMade((before) => {
      const usual = usualForm(decision, kinds);
      const proposed = decision === "abuse" && policy && isFelt(policy.wanted) ? policy : null;
      const reason = CASE_REASONS[decision].find(({ value }) => value === before?.form.reason);
      const { comment, shopify } = before?.form ?? usual;
      const form = {
        ...usual,
        ...(proposed ? { step: proposed.wanted, until: proposed.until ?? "" } : {}),
        ...{ comment, shopify },
        ...(reason ? said(usual, reason.value) : {}),
      };
      return { form, arePeopleSaid: false };
    });
  const change = (changes: Partial<Omit<DecisionForm, "decision">>) =>
    setMade((before) => {
      if (!before) return null;
      const arePeopleSaid = before.arePeopleSaid || changes.people !== undefined;
      const { reason } = changes;
      const follows = reason === undefined || arePeopleSaid ? {} : said(before.form, reason);
      return { form: { ...before.form, ...changes, ...follows }, arePeopleSaid };
    });
  return { form: made?.form ?? null, choose, change };
}

/** A reason with what it says of the people. */
function said({ decision }: ChosenForm, reason: string) {
  return { reason, people: usualPeople(decision, reason) };
}
