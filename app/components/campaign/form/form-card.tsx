import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = { title: string; intro?: string; children: ReactNode };

export function FormCard({ title, intro, children }: Props) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {intro ? (
            <Text as="p" tone="subdued">
              {intro}
            </Text>
          ) : null}
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  );
}
