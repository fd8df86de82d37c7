import { BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import type { Leak } from "#app/domain/insight/leak.ts";
import type { Anomaly } from "#app/domain/insight/watch.ts";
import { AlarmsAside } from "./alarms-aside.tsx";
import { AttentionEntry, attentionKey } from "./attention-item.tsx";

type Props = {
  items: readonly AttentionItem[];
  aside: readonly Anomaly[];
  endedLeaks: readonly Leak[];
};

/** What someone has to look at, most urgent first: the service ranks, this only shows. */
export function AttentionList({ items, aside, endedLeaks }: Props) {
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Needs attention
          </Text>
        </InlineStack>
        {items.length === 0 ? (
          <BlockStack gap="100">
            <Text as="p" tone="subdued">
              Nothing right now. Failed syncs, codes that leak or run high, changes made in Shopify,
              refused codes, caps that are reached, campaigns about to end and orders over a limit
              appear here.
            </Text>
          </BlockStack>
        ) : null}
      </Box>
      {items.length > 0 ? (
        <ul className="bf-list">
          {items.map((item) => (
            <li key={attentionKey(item)}>
              <Box padding="400">
                <AttentionEntry item={item} />
              </Box>
            </li>
          ))}
        </ul>
      ) : null}
      <AlarmsAside alarms={aside} leaks={endedLeaks} />
    </Card>
  );
}
