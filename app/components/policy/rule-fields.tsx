import { BlockStack, ChoiceList, FormLayout, InlineGrid, Select } from "@shopify/polaris";
import { SCOPE_WORDS } from "#app/domain/fair-use/describe-policy.ts";
import {
  isDays,
  isFelt,
  STEP_LABELS,
  STEPS,
  type FairUseRule,
  type RuleScope,
  type Until,
} from "#app/domain/fair-use/policy.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { ScoreField } from "./score-field.tsx";
import { WholeNumberField } from "./whole-number-field.tsx";

type Props = {
  rule: FairUseRule;
  errorOf: (field: string) => string | false;
  onChange: (rule: FairUseRule) => void;
};

const SCOPES: readonly RuleScope[] = ["campaign", "group", "everything"];
const UNTILS: { value: Until["kind"]; label: string }[] = [
  { value: "period", label: "Until the promotion is over" },
  { value: "days", label: "For some days" },
  { value: "none", label: "Until somebody lifts it" },
];

/** When, then, until. */
export function RuleFields({ rule, errorOf, onChange }: Props) {
  const { when, then, scope, until } = rule;
  const setWhen = (changes: Partial<FairUseRule["when"]>) =>
    onChange({ ...rule, when: { ...when, ...changes } });
  return (
    <BlockStack gap="300">
      <ChoiceList
        title="When any of these looks wrong (none: anything)"
        allowMultiple
        choices={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))}
        selected={when.kinds}
        onChange={(kinds) => setWhen({ kinds: kinds as SignalKind[] })}
      />
      <FormLayout>
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
          <ScoreField
            label="Score at least"
            value={when.minScore}
            error={errorOf("minScore")}
            onChange={(minScore) => setWhen({ minScore })}
          />
          <WholeNumberField
            label="Flagged orders at least"
            value={when.minOrders}
            error={errorOf("minOrders")}
            onChange={(minOrders) => setWhen({ minOrders })}
          />
          <WholeNumberField
            label="Earlier abuse at least"
            value={when.earlierAbuse}
            error={errorOf("earlierAbuse")}
            onChange={(earlierAbuse) => setWhen({ earlierAbuse })}
          />
        </InlineGrid>
        <Select
          label="Then"
          options={STEPS.map((value) => ({ value, label: STEP_LABELS[value] }))}
          value={then}
          onChange={(value) => onChange(withStep(rule, value))}
        />
        {isFelt(then) ? (
          <Felt {...{ rule, scope, until, onChange }} error={errorOf("days")} />
        ) : null}
      </FormLayout>
    </BlockStack>
  );
}

/** Whose days are not shown any more is not refused for them. */
function withStep(rule: FairUseRule, value: string): FairUseRule {
  const then = STEPS.find((step) => step === value) ?? "hold";
  const isKept = isFelt(then) || rule.until.kind !== "days" || isDays(rule.until.days);
  return { ...rule, then, until: isKept ? rule.until : { kind: "period" } };
}

type FeltProps = Pick<FairUseRule, "scope" | "until"> &
  Pick<Props, "rule" | "onChange"> & { error: string | false };

/** From what or for what, and until when. */
function Felt({ rule, scope, until, error, onChange }: FeltProps) {
  return (
    <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
      <Select
        label={rule.then === "sign_in" ? "For" : "From"}
        options={SCOPES.map((value) => ({ value, label: SCOPE_WORDS[value] }))}
        value={scope}
        onChange={(value) =>
          onChange({ ...rule, scope: SCOPES.find((each) => each === value) ?? "campaign" })
        }
      />
      <Select
        label="Until"
        options={UNTILS}
        value={until.kind}
        onChange={(kind) =>
          onChange({
            ...rule,
            until:
              kind === "days" ? { kind, days: 30 } : { kind: kind === "none" ? kind : "period" },
          })
        }
      />
      {until.kind === "days" ? (
        <WholeNumberField
          label="Days"
          value={until.days}
          error={error}
          onChange={(days) => onChange({ ...rule, until: { kind: "days", days } })}
        />
      ) : null}
    </InlineGrid>
  );
}
