import { BlockStack, Text } from "@shopify/polaris";

/** What a card or a section of a page is called, and in a sentence what it is about. */
export function SectionHeading({ title, text }: { title: string; text: string }) {
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      <Text as="p" tone="subdued">
        {text}
      </Text>
    </BlockStack>
  );
}
