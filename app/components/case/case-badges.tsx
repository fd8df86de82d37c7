import { Badge, InlineStack } from "@shopify/polaris";
import { CASE_DECISION_LABELS, type CaseDecision, type CaseState } from "#app/domain/case/case.ts";
import type { CaseSummary } from "#app/domain/case/summary.ts";
import { isFelt, STEP_LABELS, type Step } from "#app/domain/fair-use/policy.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import { useFormat } from "#app/components/format/use-format.ts";

const TONES = { fine: "success", same_household: "info", abuse: "critical" } as const;
const STATES: Record<CaseState, string> = {
  open: "Open",
  decided: "Decided",
  withdrawn: "Nothing left to decide",
};

const BY_POLICY: Record<Step, string> = {
  ...STEP_LABELS,
  sign_in: "Asked to sign in by policy",
  disqualify: "Disqualified by policy",
};

export function DecisionBadge({ decision }: { decision: CaseDecision }) {
  return <Badge tone={TONES[decision]}>{CASE_DECISION_LABELS[decision]}</Badge>;
}

/** How it stands: its decision, else its state and what the policy made of it. */
export function StateBadge({ found }: { found: Pick<CaseSummary, "state" | "decision" | "step"> }) {
  if (found.decision) return <DecisionBadge decision={found.decision} />;
  const isOpen = found.state === "open";
  return (
    <InlineStack gap="100">
      <Badge {...(isOpen ? { tone: "attention" as const } : {})}>{STATES[found.state]}</Badge>
      {isOpen && found.step !== null && found.step !== "hold" ? (
        <Badge {...(isFelt(found.step) ? { tone: "warning" as const } : {})}>
          {BY_POLICY[found.step]}
        </Badge>
      ) : null}
    </InlineStack>
  );
}

/** "One person over the limit · 97 %". */
export function useKindWords() {
  const { percent } = useFormat();
  return ({ kinds, score }: Pick<CaseSummary, "kinds" | "score">) => {
    const words = kinds.map((kind) => KIND_LABELS[kind]).join(", ");
    return score === null ? words : `${words} · ${percent(score)}`;
  };
}
