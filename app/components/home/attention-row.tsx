import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = {
  badge: { text: string; tone: NonNullable<BadgeProps["tone"]> };
  title: string;
  detail: ReactNode;
  action: { content: string; url: string } | ReactNode;
};

function isLink(action: Props["action"]): action is { content: string; url: string } {
  return typeof action === "object" && action !== null && "url" in action;
}

/** One thing that needs someone, and the one button that deals with it. */
export function AttentionRow({ badge, title, detail, action }: Props) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300" wrap>
      <BlockStack gap="100" inlineAlign="start">
        <Badge tone={badge.tone}>{badge.text}</Badge>
        <Text as="h3" variant="bodyMd" fontWeight="semibold" breakWord>
          {title}
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {detail}
        </Text>
      </BlockStack>
      {isLink(action) ? <Button url={action.url}>{action.content}</Button> : action}
    </InlineStack>
  );
}
