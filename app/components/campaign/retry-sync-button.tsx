import { BlockStack, Text } from "@shopify/polaris";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** Brings the campaign to Shopify once more. What was already done there is not done twice. */
export function RetrySyncButton({ campaignId }: { campaignId: string }) {
  const retry = useVerb("Trying again. This page updates by itself.");
  return (
    <BlockStack gap="100" inlineAlign="start">
      <AllowedButton
        action="campaign.edit"
        loading={retry.isBusy}
        onClick={() => retry.send(`/app/campaigns/${campaignId}/retry`)}
      >
        Try again
      </AllowedButton>
      {retry.refused ? (
        <Text as="p" tone="critical">
          {retry.refused}
        </Text>
      ) : null}
    </BlockStack>
  );
}
