import { BlockStack, Button, Card, Link, Text } from "@shopify/polaris";
import { expectationOf } from "#app/domain/naming/describe.ts";
import type { Field } from "#app/domain/naming/field.ts";

type Props = { fields: readonly Field[]; onInsert: (field: string) => void };

/** The parts a pattern can have, what each may hold, and a button that puts it at the pattern's end. */
export function FieldList({ fields, onInsert }: Props) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Parts you can use
        </Text>
        {fields.map((field) => (
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
        <Link url="/app/settings/naming/fields">See and make fields</Link>
      </BlockStack>
    </Card>
  );
}
