import { useNavigate } from "@remix-run/react";
import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { ImportSummary } from "#app/domain/code/import.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import type { CampaignChoice } from "./list-query.ts";

type Props = {
  summary: Pick<ImportSummary, "id" | "good">;
  campaigns: readonly CampaignChoice[];
  campaign: CampaignChoice | null;
};

/** What to do with the codes: a new campaign with them, or one that takes more. */
export function ImportTarget({ summary, campaigns, campaign }: Props) {
  const { number } = useFormat();
  const choices = campaign ? [campaign] : campaigns;
  const [chosen, setChosen] = useState(campaign?.id ?? "");
  const [isMissing, setMissing] = useState(false);
  const name = choices.find(({ id }) => id === chosen)?.name ?? "";
  const add = useVerb(`The codes are being added to ${name}`);
  const navigate = useNavigate();
  const leave = useLatest(() => navigate(`/app/campaigns/${chosen}`));
  useEffect(() => {
    if (add.isDone) leave.current();
  }, [add.isDone, leave]);
  const codes = `${number(summary.good)} ${plural(summary.good, "code", "codes")}`;
  const send = () => {
    if (chosen === "") return setMissing(true);
    return add.send(`/app/campaigns/${chosen}/codes`, { importId: summary.id });
  };
  const error = isMissing ? "Choose the campaign first." : add.refused;
  return (
    <BlockStack gap="400">
      {choices.length > 0 ? (
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              Add to a campaign
            </Text>
            <Text as="p" tone="subdued">
              {`The ${codes} ${plural(summary.good, "gets", "get")} its offer, its limits and its dates.`}
            </Text>
            <Select
              label="Campaign"
              options={[
                ...(campaign ? [] : [{ value: "", label: "Choose a campaign" }]),
                ...choices.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={chosen}
              error={error ?? false}
              onChange={(id) => {
                setChosen(id);
                setMissing(false);
              }}
            />
            <AllowedButton
              action="campaign.edit"
              {...(campaign ? { variant: "primary" as const } : {})}
              loading={add.isBusy}
              onClick={send}
            >
              {`Add ${codes}`}
            </AllowedButton>
          </BlockStack>
        </Card>
      ) : null}
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            A campaign of their own
          </Text>
          <Text as="p" tone="subdued">
            {`You say what the ${codes} ${plural(summary.good, "takes", "take")} off, for whom and until when.`}
          </Text>
          <AllowedButton
            action="campaign.edit"
            {...(campaign ? {} : { variant: "primary" as const })}
            url={`/app/campaigns/new?import=${summary.id}`}
          >
            {plural(
              summary.good,
              "Start a campaign with this code",
              "Start a campaign with these codes",
            )}
          </AllowedButton>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
