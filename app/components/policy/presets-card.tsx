import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import { PRESETS } from "#app/domain/fair-use/presets.ts";

/** Policies to start from. Nothing is in force before it is saved. */
export function PresetsCard({ onChoose }: { onChoose: (policy: FairUsePolicy) => void }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Start from
        </Text>
        {PRESETS.map(({ key, name, text, policy }) => (
          <BlockStack key={key} gap="100">
            <Text as="h3" variant="headingSm" breakWord>
              {name}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {text}
            </Text>
            <InlineStack>
              <Button
                size="slim"
                accessibilityLabel={`Use this: ${name}`}
                onClick={() => onChoose(policy)}
              >
                Use this
              </Button>
            </InlineStack>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
