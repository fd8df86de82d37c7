import { BlockStack, Box, Card, Icon, InlineStack } from "@shopify/polaris";
import { ChevronDownIcon } from "@shopify/polaris-icons";
import { useState, type ReactNode } from "react";
import { SectionHeading } from "#app/components/frame/section-heading.tsx";

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
            <SectionHeading title={title} text={summary} />
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
