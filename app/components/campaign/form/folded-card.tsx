import { BlockStack, Box, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import { ChevronDownIcon } from "@shopify/polaris-icons";
import { useState, type ReactNode } from "react";

type Props = {
  title: string;
  /** What it says now, in few words: most campaigns leave it at that. */
  summary: string;
  /** Something in it is not as usual, or wrong. */
  isOpen: boolean;
  children: ReactNode;
};

/** A card for what few campaigns change: folded to one line that says how it stands. Works without scripts. */
export function FoldedCard({ title, summary, isOpen: startsOpen, children }: Props) {
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <Card padding="0">
      <details
        className="bf-fold"
        open={isOpen || startsOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>
          <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
            <BlockStack gap="050">
              <Text as="h2" variant="headingMd">
                {title}
              </Text>
              <Text as="p" tone="subdued">
                {summary}
              </Text>
            </BlockStack>
            <span className="bf-fold-mark">
              <Icon source={ChevronDownIcon} tone="subdued" />
            </span>
          </InlineStack>
        </summary>
        <Box padding="400" paddingBlockStart="0">
          <BlockStack gap="400">{children}</BlockStack>
        </Box>
      </details>
    </Card>
  );
}
