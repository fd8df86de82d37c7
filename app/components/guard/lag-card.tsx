import { BlockStack, Card, Text } from "@shopify/polaris";
import type { StandingLag } from "#app/domain/guard/lag.ts";
import { formatLasting } from "#app/components/format/lasting.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** How long a paid order takes until checkout knows of it. */
export function LagCard({ lag }: { lag: StandingLag }) {
  const { number } = useFormat();
  const { customers, median, p95, waiting, failed } = lag;
  const lasting = (ms: number) => formatLasting(ms, number);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          From paid order to checkout
        </Text>
        <Text as="p">
          {median === null || p95 === null
            ? "No order with a code in the last 7 days. The time until checkout knows of one appears here."
            : `Half are known within ${lasting(median)}, 95 of 100 within ${lasting(p95)} (${number(customers)} ${plural(customers, "customer", "customers")}, last 7 days).`}
        </Text>
        <Text as="p" tone="subdued">
          {waiting === 0 && failed === 0
            ? "Checkout knows of every customer."
            : `${number(waiting)} ${plural(waiting, "customer waits", "customers wait")} to be written; Shopify refused ${number(failed)}.`}
        </Text>
      </BlockStack>
    </Card>
  );
}
