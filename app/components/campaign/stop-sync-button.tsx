import { BlockStack, Text } from "@shopify/polaris";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** Stops bringing the campaign to Shopify. What is there stays, and it can be tried again. */
export function StopSyncButton({ campaignId }: { campaignId: string }) {
  const stop = useVerb("Stopped. What is in Shopify already stays.");
  return (
    <BlockStack gap="100" inlineAlign="start">
      <AllowedButton
        action="campaign.edit"
        loading={stop.isBusy}
        onClick={() => stop.send(`/app/campaigns/${campaignId}/stop-sync`)}
      >
        Stop sending
      </AllowedButton>
      {stop.refused ? (
        <Text as="p" tone="critical">
          {stop.refused}
        </Text>
      ) : null}
    </BlockStack>
  );
}
