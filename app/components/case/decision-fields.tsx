import { BlockStack, Checkbox, ChoiceList, Select, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import {
  CASE_DECISION_LABELS,
  CASE_DECISIONS,
  CASE_REASONS,
  LONGEST_COMMENT,
  type CaseDecision,
} from "#app/domain/case/case.ts";
import type { DecisionForm } from "#app/domain/case/decision.ts";
import { SHOPIFY_EFFECTS } from "#app/domain/case/effect.ts";
import type { FeltStep } from "#app/domain/fair-use/policy.ts";
import type { ChosenForm } from "./use-decision-form.ts";

/** Where the key for it leads. */
export const REASON_ID = "decision-reason";

type Props = {
  form: ChosenForm | null;
  groups: readonly { number: number; name: string }[];
  /** Whether there are links to cut, and links that staff have not confirmed. */
  canSplit: boolean;
  canJoin: boolean;
  isDisabled: boolean;
  errorOf: (field: string) => string | false;
  onChoose: (decision: CaseDecision) => void;
  onChange: (changes: Partial<Omit<DecisionForm, "decision">>) => void;
  /** What a decision on several cases brings about: stands under it, where it is seen before what may be changed. */
  happens?: ReactNode;
};

const HELP: Record<CaseDecision, string> = {
  fine: "Nothing changes for the customer, unless you choose it below.",
  same_household: "Different people who live together.",
  abuse:
    "The customer can no longer use the codes you choose, or has to sign in for them. Orders stay as they are, unless you choose otherwise below.",
};

/** A household's links are cut unless somebody unticks it: that is said where it is seen without scrolling. */
function helpOf(decision: CaseDecision, canSplit: boolean): string {
  if (decision !== "same_household") return HELP[decision];
  const follows = canSplit
    ? "Their uses are counted apart from now on, unless you choose otherwise below."
    : "Nothing changes for them, unless you choose it below.";
  return `${HELP[decision]} ${follows}`;
}

/** What is decided, why, and what follows from it. */
export function DecisionFields(props: Props) {
  const { form, canSplit, isDisabled, errorOf, onChoose, onChange, happens } = props;
  const noDecision = errorOf("decision");
  return (
    <BlockStack gap="400">
      <ChoiceList
        title="Decision"
        titleHidden
        disabled={isDisabled}
        selected={form ? [form.decision] : []}
        onChange={([value]) => {
          const decision = CASE_DECISIONS.find((each) => each === value);
          if (decision) onChoose(decision);
        }}
        choices={CASE_DECISIONS.map((value) => ({
          value,
          label: CASE_DECISION_LABELS[value],
          helpText: helpOf(value, canSplit),
        }))}
        {...(noDecision ? { error: noDecision } : {})}
      />
      {form ? (
        <>
          {happens}
          <Select
            id={REASON_ID}
            label="Reason"
            options={CASE_REASONS[form.decision].map((reason) => ({
              ...reason,
            }))}
            value={form.reason}
            error={errorOf("reason")}
            disabled={isDisabled}
            onChange={(reason) => onChange({ reason })}
          />
          <TextField
            label="Comment"
            autoComplete="off"
            multiline={2}
            maxLength={LONGEST_COMMENT}
            showCharacterCount
            value={form.comment}
            error={errorOf("comment")}
            disabled={isDisabled}
            helpText="Colleagues see it, the customer does not."
            onChange={(comment) => onChange({ comment })}
          />
          <Following {...props} form={form} />
        </>
      ) : null}
    </BlockStack>
  );
}

const FELT: { value: FeltStep; label: string }[] = [
  { value: "disqualify", label: "Codes are refused" },
  { value: "sign_in", label: "Codes ask to sign in" },
];

/** What follows: codes refused or asking to sign in, people put apart, uses given back, and what Shopify is told. */
function Following(props: Props & { form: ChosenForm }) {
  const { form, groups, errorOf, onChange } = props;
  return (
    <BlockStack gap="300">
      {form.decision === "abuse" ? (
        <>
          <Select
            label={form.step === "sign_in" ? "Require sign-in for" : "Disqualify from"}
            options={[
              { value: "campaign", label: "The campaign" },
              ...groups.map(({ number, name }) => ({
                value: `group:${number}`,
                label: `Group ${name}`,
              })),
              { value: "everything", label: "All codes" },
              { value: "", label: "Nothing" },
            ]}
            value={form.disqualify}
            error={errorOf("disqualify")}
            onChange={(disqualify) => onChange({ disqualify })}
          />
          {form.disqualify === "" ? null : (
            <>
              <Select
                label="At checkout"
                options={FELT}
                value={form.step}
                error={errorOf("step")}
                onChange={(step) => onChange({ step })}
              />
              <TextField
                label="Until"
                type="date"
                autoComplete="off"
                value={form.until}
                error={errorOf("until")}
                helpText="The last day. Empty: until somebody lifts it."
                onChange={(until) => onChange({ until })}
              />
            </>
          )}
        </>
      ) : null}
      <PeopleChoice {...props} />
      <Checkbox
        label="Give the flagged uses back"
        helpText="They no longer count against a limit."
        checked={form.use === "free"}
        onChange={(isOn) => onChange({ use: isOn ? "free" : "keep" })}
      />
      <ShopifyChoices form={form} onChange={onChange} />
      {errorOf("shopify") ? (
        <Text as="p" tone="critical">
          {errorOf("shopify")}
        </Text>
      ) : null}
    </BlockStack>
  );
}

/** Different people, one person, or neither: what is chosen last takes the other's place. */
function PeopleChoice({
  form,
  canSplit,
  canJoin,
  errorOf,
  onChange,
}: Props & { form: ChosenForm }) {
  const { decision, people } = form;
  const choice = (value: "apart" | "together") => ({
    checked: people === value,
    error: people === value && errorOf("people"),
    onChange: (isOn: boolean) => onChange({ people: isOn ? value : "" }),
  });
  return (
    <>
      {canSplit && decision !== "abuse" ? (
        <Checkbox label="They are different people: count their uses apart" {...choice("apart")} />
      ) : null}
      {canJoin && decision !== "same_household" ? (
        <Checkbox
          label="They are one person: count their uses together"
          helpText="Checkout counts them so at once, and later orders of one are flagged for the uses of the other, too."
          {...choice("together")}
        />
      ) : null}
    </>
  );
}

const SHOPIFY_LABELS: Record<(typeof SHOPIFY_EFFECTS)[number], string> = {
  tag_customer: "Tag the customer",
  tag_order: "Tag the orders",
  note_order: "Write a note on the orders",
  risk: "Say it in the orders’ risk panel",
  cancel_order: "Ask to cancel the orders",
};

function ShopifyChoices({ form, onChange }: { form: ChosenForm; onChange: Props["onChange"] }) {
  const chosen = form.shopify.split(",").filter((kind) => kind !== "");
  return (
    <details className="bf-more">
      <summary>{`Also in Shopify${chosen.length > 0 ? ` (${chosen.length})` : ""}`}</summary>
      <BlockStack gap="100">
        {SHOPIFY_EFFECTS.map((kind) => (
          <Checkbox
            key={kind}
            label={SHOPIFY_LABELS[kind]}
            {...(kind === "cancel_order"
              ? { helpText: "You confirm it once more afterwards: it cannot be undone." }
              : {})}
            checked={chosen.includes(kind)}
            onChange={(isOn) =>
              onChange({
                shopify: SHOPIFY_EFFECTS.filter((each) =>
                  each === kind ? isOn : chosen.includes(each),
                ).join(","),
              })
            }
          />
        ))}
      </BlockStack>
    </details>
  );
}
