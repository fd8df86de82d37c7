import { BlockStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { FlagDetail } from "#app/domain/flag/summary.ts";
import { LONGEST_REASON } from "#app/domain/flag/summary.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { DECISION_LABELS } from "./flag-labels.ts";

/** Who decided what, when and why; a disqualification can be lifted again. */
export function Decided({ flag }: { flag: FlagDetail }) {
  const { decision } = flag;
  return (
    <BlockStack gap="400">
      {decision ? (
        <BlockStack gap="100">
          <Text as="p" fontWeight="semibold">
            {DECISION_LABELS[decision.decision]}
          </Text>
          <Text as="p" breakWord>
            {decision.reason}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {decision.by}, <When at={decision.at} />
          </Text>
        </BlockStack>
      ) : (
        <Text as="p">
          Withdrawn: the order no longer counts against the limit, so there is nothing to decide.
        </Text>
      )}
      {flag.disqualified ? <Lift flag={flag} /> : null}
    </BlockStack>
  );
}

function Lift({ flag }: { flag: FlagDetail }) {
  const lift = useVerb("The customer can use the codes again");
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    if (reason.trim()) lift.send(`/app/review/${flag.id}/lift`, { reason: reason.trim() });
  };
  return (
    <BlockStack gap="300">
      <Text as="p" tone="caution">
        {`This customer cannot use codes of ${flag.campaign?.name ?? "the campaign"}.`}
      </Text>
      <RefusedBanner title="Not lifted" message={lift.refused} />
      <TextField
        label="Reason to let them use codes again"
        autoComplete="off"
        maxLength={LONGEST_REASON}
        value={reason}
        error={isAsked && !reason.trim() ? "Say why, for whoever asks later." : false}
        onChange={setReason}
      />
      <AllowedButton action="flag.decide" loading={lift.isBusy} onClick={send}>
        Lift disqualification
      </AllowedButton>
    </BlockStack>
  );
}
