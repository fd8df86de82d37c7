import { BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import type { DriftChoice, DriftChoices, DriftSummary } from "#app/domain/discount/drift.ts";
import type { Names } from "#app/domain/discount/named.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import { SidesTable } from "./sides-table.tsx";
import { useDecision } from "./use-decision.ts";

/** What differs on both sides, side by side: a person says for each which is to hold. */
export function ConflictCard({ drift, names }: { drift: DriftSummary; names: Names }) {
  const { may } = useMay("campaign.edit");
  const [choices, setChoices] = useState<DriftChoices>({});
  const [isAsked, setAsked] = useState(false);
  const { isBusy, refused, decideEach } = useDecision(drift, "Decisions saved");
  const missing = drift.fields.filter(({ field }) => !choices[field]);
  const chooseAll = (choice: DriftChoice) =>
    setChoices(Object.fromEntries(drift.fields.map(({ field }) => [field, choice])));
  const save = () => {
    setAsked(true);
    if (missing.length === 0) decideEach(choices);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd" id="conflict">
            Bonafide and Shopify say different things
          </Text>
          <Text as="p">
            Both were changed, or Shopify’s says what a campaign cannot. Nothing is overwritten
            until you choose. Found <When at={drift.foundAt} />.
          </Text>
        </BlockStack>
        <RefusedBanner title="Not saved" message={refused} />
        {may && drift.fields.length > 1 ? (
          <ButtonGroup>
            <Button onClick={() => chooseAll("keep")}>Choose Shopify’s for all</Button>
            <Button onClick={() => chooseAll("restore")}>Choose ours for all</Button>
          </ButtonGroup>
        ) : null}
        <SidesTable
          drift={drift}
          names={names}
          choices={choices}
          isMissing={isAsked}
          onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })}
        />
        <InlineStack>
          <AllowedButton action="campaign.edit" variant="primary" loading={isBusy} onClick={save}>
            Save decisions
          </AllowedButton>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
