import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { SyncQueue } from "#app/domain/discount/sync.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** How much Shopify lets Bonafide ask right now: a bucket that fills again all the time. */
export function RateCard({ queue: { rate } }: { queue: SyncQueue }) {
  const { number } = useFormat();
  const id = useId();
  const available = Math.max(0, Math.floor(rate.available));
  const share = rate.maximum > 0 ? Math.min(1, available / rate.maximum) : 0;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Shopify’s rate
        </Text>
        <Text as="p" id={id} numeric>
          {`${number(available)} of ${number(Math.round(rate.maximum))} points are free, ${number(Math.round(rate.restoreRate))} come back every second.`}
        </Text>
        <ProgressBar
          size="small"
          progress={Math.floor(share * 100)}
          ariaLabelledBy={id}
          animated={false}
        />
        <Text as="p" tone="subdued">
          {stateOf(rate, number)}
        </Text>
      </BlockStack>
    </Card>
  );
}

function stateOf(
  { pausedSeconds, waiting }: SyncQueue["rate"],
  say: (value: number) => string,
): string {
  if (pausedSeconds > 0) {
    const left = `${say(pausedSeconds)} ${plural(pausedSeconds, "second", "seconds")}`;
    return `Shopify asked for a pause of ${left}. Everything goes on by itself.`;
  }
  if (waiting > 0)
    return `${say(waiting)} ${plural(waiting, "call waits", "calls wait")} for points. What somebody waits for goes before batches.`;
  return "A call costs a few points, 250 codes about 11. What somebody waits for goes before batches.";
}
