import { BlockStack, Card, ChoiceList, Text } from "@shopify/polaris";
import { STEPS, type FairUsePolicy, type Step } from "#app/domain/fair-use/policy.ts";
import { WholeNumberField } from "./whole-number-field.tsx";

type Props = {
  policy: FairUsePolicy;
  isDisabled: boolean;
  errorOf: (field: string) => string | false;
  onChange: (changes: Partial<FairUsePolicy>) => void;
};

const CHOICES: Record<Step, { label: string; helpText: string }> = {
  watch: { label: "Watch", helpText: "Cases are noted. Nobody is asked to decide." },
  sign_in: {
    label: "Require sign-in",
    helpText: "Codes can ask a customer to sign in. Nobody is asked to decide.",
  },
  hold: {
    label: "Hold for review",
    helpText:
      "Nothing more than sign-in happens to a customer. Rules that say more are proposed to your staff.",
  },
  disqualify: {
    label: "Disqualify",
    helpText: "Codes can be refused to a customer before a person has looked.",
  },
};

/** How far rules may go without a person, and how long abuse is remembered. */
export function BoundsCard({ policy, isDisabled, errorOf, onChange }: Props) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          What may happen without a person
        </Text>
        <ChoiceList
          title="At most"
          disabled={isDisabled}
          choices={STEPS.map((value) => ({ value, ...CHOICES[value] }))}
          selected={[policy.mostAutomatic]}
          onChange={([value]) =>
            onChange({ mostAutomatic: STEPS.find((step) => step === value) ?? "hold" })
          }
        />
        <WholeNumberField
          label="Abuse is remembered for"
          suffix="days"
          helpText="After that a customer starts from the beginning again."
          isDisabled={isDisabled}
          value={policy.memoryDays}
          error={errorOf("memoryDays")}
          onChange={(memoryDays) => onChange({ memoryDays })}
        />
      </BlockStack>
    </Card>
  );
}
