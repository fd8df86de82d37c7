import { BlockStack, Text } from "@shopify/polaris";
import { NameParts } from "#app/components/campaign/form/name-parts.tsx";
import type { PatternReading } from "./read-pattern.ts";

/** A name the pattern makes, taken apart again. */
export function PatternPreview({ reading }: { reading: PatternReading }) {
  return (
    <div aria-live="polite">
      {reading.ok ? (
        <BlockStack gap="200">
          <Text as="p">
            {"For example "}
            <span className="bf-code">{reading.example}</span>
          </Text>
          <NameParts parts={reading.parts} />
        </BlockStack>
      ) : (
        <Text as="p" tone="subdued">
          An example appears here once the pattern can be read.
        </Text>
      )}
    </div>
  );
}
