import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { Action } from "#app/domain/access/can.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";

/** Where the thing is dealt with, and what a person must be allowed to do there. */
type Way = { content: string; url: string; needs: Action };

type Props = {
  badge: { text: string; tone: NonNullable<BadgeProps["tone"]> };
  title: string;
  detail: ReactNode;
  action: Way | ReactNode;
};

function isLink(action: Props["action"]): action is Way {
  return typeof action === "object" && action !== null && "url" in action;
}

/** One thing that needs someone, and the one button that deals with it. */
export function AttentionRow({ badge, title, detail, action }: Props) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300" wrap>
      <div className="bf-queued">
        <BlockStack gap="100" inlineAlign="start">
          <Badge tone={badge.tone}>{badge.text}</Badge>
          <Text as="h3" variant="bodyMd" fontWeight="semibold" breakWord>
            {title}
          </Text>
          <Text as="p" tone="subdued" breakWord>
            {detail}
          </Text>
        </BlockStack>
      </div>
      {isLink(action) ? (
        <AllowedButton action={action.needs} url={action.url}>
          {action.content}
        </AllowedButton>
      ) : (
        action
      )}
    </InlineStack>
  );
}
