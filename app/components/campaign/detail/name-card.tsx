import { BlockStack, Card, Text } from "@shopify/polaris";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { NameParts } from "../form/name-parts.tsx";

/** The name taken apart by the convention it was made with. */
export function NameCard({ campaign }: { campaign: CampaignDetail }) {
  const { convention, dimensions } = campaign;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          What the name says
        </Text>
        <NameParts parts={dimensions} />
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          {`By ${convention.name}, version ${convention.version}: ${convention.pattern}`}
        </Text>
      </BlockStack>
    </Card>
  );
}
