import { BlockStack, Card, Text } from "@shopify/polaris";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { limitsSentence } from "#app/components/format/limit.ts";
import { statusSentence } from "./status-sentence.ts";

/** The campaign in one sentence, its limits in another. */
export function StatusCard({ campaign }: { campaign: CampaignDetail }) {
  const { now, locale, number } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Right now
        </Text>
        <Text as="p">{statusSentence(campaign, { now, locale, number })}</Text>
        <Text as="p">{`${limitsSentence(campaign.limits, campaign.terms, locale)}.`}</Text>
      </BlockStack>
    </Card>
  );
}
