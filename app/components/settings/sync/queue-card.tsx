import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import type { SyncQueue } from "#app/domain/discount/sync.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { secondsWords } from "#app/components/campaign/detail/sync-words.ts";
import { QueueItem } from "./queue-item.tsx";

/** The campaigns that are not in Shopify as they should be: those that need a person first. */
export function QueueCard({ queue }: { queue: SyncQueue }) {
  const { number } = useFormat();
  const { entries, total } = queue;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Waiting for Shopify
          </Text>
          <Text as="p" tone="subdued">
            {summaryOf(queue, number)}
          </Text>
        </BlockStack>
      </Box>
      {entries.length > 0 ? (
        <ul className="bf-list">
          {entries.map((entry) => (
            <li key={entry.campaign.id}>
              <Box padding="400">
                <QueueItem entry={entry} />
              </Box>
            </li>
          ))}
        </ul>
      ) : null}
      {total > entries.length ? (
        <Box padding="400">
          <Text as="p" tone="subdued">
            {`${number(total - entries.length)} more wait behind these.`}
          </Text>
        </Box>
      ) : null}
    </Card>
  );
}

function summaryOf({ entries, total, seconds }: SyncQueue, say: (value: number) => string): string {
  if (total === 0)
    return "Nothing waits. Campaigns appear here while they are brought to Shopify, and when that fails.";
  const many = `${say(total)} ${plural(total, "campaign", "campaigns")}`;
  const goesOn = entries.some(({ reason }) => reason !== "failed");
  return goesOn && seconds >= 1
    ? `${many}. All together ${secondsWords(seconds, say)}.`
    : `${many}.`;
}
