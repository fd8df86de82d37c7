import { BlockStack, Button, ChoiceList, Text, TextField, Tooltip } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { FlagDecision, FlagDetail } from "#app/domain/flag/summary.ts";
import { LONGEST_REASON } from "#app/domain/flag/summary.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { decisionKey } from "./review-keys.ts";

type Props = {
  flag: FlagDetail;
  isBusy: boolean;
  answer: RefusalBody | undefined;
  onDecide: (decision: FlagDecision, reason: string) => void;
};

function problemOf(answer: RefusalBody | undefined, field: string): string | undefined {
  return answer?.problems.find((problem) => problem.field === field)?.message;
}

/** The decision and its reason; both go on record together. */
export function DecisionForm({ flag, isBusy, answer, onDecide }: Props) {
  const { may, why } = useMay("flag.decide");
  const [decision, setDecision] = useState<FlagDecision | null>(null);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!may) return;
    const listen = (event: KeyboardEvent) => {
      const chosen = decisionKey(event);
      if (chosen) setDecision(chosen);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [may]);
  const noDecision =
    isAsked && !decision ? "Choose one of the two." : problemOf(answer, "decision");
  const noReason =
    isAsked && !reason.trim() ? "Say why, for whoever asks later." : problemOf(answer, "reason");
  const decide = () => {
    setAsked(true);
    if (decision && reason.trim()) onDecide(decision, reason.trim());
  };
  const campaign = flag.campaign?.name ?? "this campaign";
  const button = (
    <Button variant="primary" fullWidth disabled={!may} loading={isBusy} onClick={decide}>
      Save decision
    </Button>
  );
  return (
    <BlockStack gap="400">
      <ChoiceList
        title="Decision"
        titleHidden
        disabled={!may}
        selected={decision ? [decision] : []}
        onChange={([value]) => setDecision(value === "abuse" ? "abuse" : "fine")}
        choices={[
          { value: "fine", label: "Fine", helpText: "Nothing changes for the customer." },
          {
            value: "abuse",
            label: "Abuse",
            helpText: `The customer can no longer use codes of ${campaign}. Orders stay as they are.`,
          },
        ]}
        {...(noDecision ? { error: noDecision } : {})}
      />
      <TextField
        label="Reason"
        autoComplete="off"
        multiline={3}
        maxLength={LONGEST_REASON}
        requiredIndicator
        disabled={!may}
        value={reason}
        error={noReason ?? false}
        helpText="Colleagues see it, the customer does not."
        onChange={setReason}
      />
      {may ? (
        button
      ) : (
        <Tooltip content={why} accessibilityLabel={why}>
          {button}
        </Tooltip>
      )}
      {answer && answer.refusal.kind !== "invalid" ? (
        <Text as="p" tone="critical">
          {answer.refusal.message}
        </Text>
      ) : null}
    </BlockStack>
  );
}
