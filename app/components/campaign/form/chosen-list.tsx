import { Button, InlineStack, Text } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";

type Item = { id: string; name: string; onRemove: () => void };

/** What was chosen, by name, each with a way to take it out again. */
export function ChosenList({ label, items }: { label: string; items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="bf-chosen" aria-label={label}>
      {items.map(({ id, name, onRemove }) => (
        <li key={id}>
          <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
            <Text as="span" breakWord>
              {name}
            </Text>
            <Button
              variant="tertiary"
              icon={XIcon}
              accessibilityLabel={`Remove ${name}`}
              onClick={onRemove}
            />
          </InlineStack>
        </li>
      ))}
    </ul>
  );
}
