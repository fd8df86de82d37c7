import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { expectationOf } from "#app/domain/naming/describe.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";

/** The parts a pattern can have, what each may hold, and a button that puts it at the pattern's end. */
export function FieldList({ onInsert }: { onInsert: (field: string) => void }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Parts you can use
        </Text>
        {BUILT_IN_FIELDS.map((field) => (
          <BlockStack key={field.id} gap="050" inlineAlign="start">
            <Button
              size="slim"
              accessibilityLabel={`Add {${field.id}} (${field.label}) to the pattern`}
              onClick={() => onInsert(field.id)}
            >
              {`{${field.id}}`}
            </Button>
            <Text as="p" variant="bodySm" tone="subdued" breakWord>
              {`${field.label}: ${expectationOf(field)}`}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
