import { Box, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { DueChange } from "#app/domain/discount/sync.ts";
import { ACTION_KINDS, ACTION_LABELS } from "#app/domain/schedule/action.ts";
import { When } from "#app/components/format/when.tsx";

function labelOf(action: string): string {
  const known = ACTION_KINDS.find((kind) => kind === action);
  return known ? ACTION_LABELS[known] : action;
}

/** What changes by itself next. */
export function DueList({ due }: { due: readonly DueChange[] }) {
  if (due.length === 0) return null;
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          Scheduled
        </Text>
      </Box>
      <ul className="bf-list">
        {due.map(({ id, campaign, action, dueAt }) => (
          <li key={id}>
            <Box padding="400">
              <InlineStack align="space-between" gap="300">
                <Text as="p" breakWord>
                  <Link url={`/app/campaigns/${campaign.id}`}>{campaign.name}</Link>
                  {`: ${labelOf(action)}`}
                </Text>
                <Text as="p" tone="subdued">
                  <When at={dueAt} />
                </Text>
              </InlineStack>
            </Box>
          </li>
        ))}
      </ul>
    </Card>
  );
}
