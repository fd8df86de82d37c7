import { useState } from "react";
import { CASE_REASONS, type CaseDecision } from "#app/domain/case/case.ts";
import { usualForm, type DecisionForm } from "#app/domain/case/decision.ts";
import { isFelt } from "#app/domain/fair-use/policy.ts";
import type { CaseDetail, CaseSummary } from "#app/domain/case/summary.ts";

/** A form in which something is decided already. */
export type ChosenForm = DecisionForm & { decision: CaseDecision };

/** The decision as it is being made. Another choice brings its usual form; what was written and asked of Shopify stays. */
export function useDecisionForm(
  policy: CaseDetail["policy"] = null,
  kinds: CaseSummary["kinds"] = [],
) {
  const [form, setForm] = useState<ChosenForm | null>(null);
  const choose = (decision: CaseDecision) =>
    setForm((before) => {
      const usual = usualForm(decision, kinds);
      const proposed = decision === "abuse" && policy && isFelt(policy.wanted) ? policy : null;
      const reason = CASE_REASONS[decision].find(({ value }) => value === before?.reason);
      return {
        ...usual,
        ...(proposed ? { step: proposed.wanted, until: proposed.until ?? "" } : {}),
        ...(before ? { comment: before.comment, shopify: before.shopify } : {}),
        ...(reason ? { reason: reason.value } : {}),
      };
    });
  const change = (changes: Partial<Omit<DecisionForm, "decision">>) =>
    setForm((before) => before && { ...before, ...changes });
  return { form, choose, change };
}
