import { Badge, BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import type { DriftSummary } from "#app/domain/discount/drift.ts";
import { driftTitle } from "#app/components/campaign/detail/drift/drift-words.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";

/** Where campaigns and their discounts came apart: what a person decides, and what was taken over lately. */
export function DriftList({ drift }: { drift: readonly DriftSummary[] }) {
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Changed in Shopify
          </Text>
          {drift.length === 0 ? (
            <Text as="p" tone="subdued">
              Nothing lately. What staff or other apps change on a campaign’s discount is taken
              over, or waits here for a decision.
            </Text>
          ) : null}
        </BlockStack>
      </Box>
      <ul className="bf-list">
        {drift.map((each) => (
          <li key={each.id}>
            <Box padding="400">
              <DriftItem drift={each} />
            </Box>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DriftItem({ drift }: { drift: DriftSummary }) {
  const { locale, number } = useFormat();
  const isOpen = drift.state === "open";
  const url = `/app/campaigns/${drift.campaign.id}`;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300" wrap>
      <BlockStack gap="100" inlineAlign="start">
        <Badge tone={isOpen ? "warning" : "info"}>
          {isOpen ? "Decision needed" : "Taken over"}
        </Badge>
        <Text as="h3" fontWeight="semibold" breakWord>
          {driftTitle(drift, { locale, number })}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          <When at={drift.foundAt} />
        </Text>
      </BlockStack>
      <AllowedButton
        action={isOpen ? "campaign.edit" : "campaign.view"}
        url={isOpen ? `${url}#conflict` : url}
      >
        {isOpen ? "Decide" : "See what"}
      </AllowedButton>
    </InlineStack>
  );
}
