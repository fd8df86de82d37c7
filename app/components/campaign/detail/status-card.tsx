import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { RetrySyncButton } from "../retry-sync-button.tsx";
import { SyncBadge } from "../status-badge.tsx";
import { statusSentence } from "./status-sentence.ts";

/** The campaign in one sentence, and how it stands to Shopify. */
export function StatusCard({ campaign }: { campaign: CampaignDetail }) {
  const { now, locale, number } = useFormat();
  const { sync } = campaign;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Right now
        </Text>
        <Text as="p">{statusSentence(campaign, { now, locale, number })}</Text>
        <InlineStack gap="200" blockAlign="center">
          <SyncBadge state={sync.state} />
          <Text as="span" tone="subdued">
            {sync.syncedAt ? (
              <>
                Last brought up to date <When at={sync.syncedAt} />
              </>
            ) : (
              "Not yet in Shopify"
            )}
          </Text>
        </InlineStack>
        {sync.state === "failed" ? (
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p" tone="critical" breakWord>
              {sync.error ?? "Shopify could not be brought up to date."}
            </Text>
            <RetrySyncButton campaignId={campaign.id} />
          </BlockStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}
