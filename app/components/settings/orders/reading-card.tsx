import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import type { OrdersReading } from "#app/domain/insight/intake.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { OlderOrders } from "./older-orders.tsx";

type Props = { reading: OrdersReading | null; waiting: number; toScore: number; dead: number };

/** How far the store's orders were read, and what still waits to be taken in. */
export function ReadingCard({ reading, waiting, toScore, dead }: Props) {
  const { number } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Comparison with Shopify’s orders
        </Text>
        {reading ? (
          <Read reading={reading} />
        ) : (
          <Text as="p" tone="subdued">
            Past orders are read within minutes of the installation, then what changed every hour.
          </Text>
        )}
        <Text as="p" tone="subdued">
          {waiting === 0
            ? dead === 0
              ? "Every webhook that came is taken in."
              : "Every webhook that came is taken in, but for those set aside below."
            : `${number(waiting)} ${plural(waiting, "webhook waits", "webhooks wait")} to be taken in.`}
          {toScore > 0
            ? ` ${number(toScore)} ${plural(toScore, "order waits", "orders wait")} to be looked at for who is who.`
            : ""}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Read({ reading }: { reading: OrdersReading }) {
  const { number, day } = useFormat();
  const { read, total, healed, since, isFirst, seesAll, finishedAt, error } = reading;
  const of = `${number(read)} of ${number(Math.max(read, total ?? 0))} orders`;
  if (finishedAt === null)
    return (
      <BlockStack gap="200">
        <Text as="p">
          {isFirst
            ? `Past orders${since ? ` since ${day(since.slice(0, 10))}` : ""} are read: ${of}.`
            : `Orders that changed are read: ${of}.`}
        </Text>
        <ProgressBar
          size="small"
          progress={total ? Math.min(100, (100 * read) / total) : 0}
          ariaLabelledBy="orders-read"
        />
        <span id="orders-read" className="bf-unseen">
          {of}
        </span>
        {error ? (
          <Text as="p" tone="critical">{`It stopped and is tried again: ${error}`}</Text>
        ) : null}
      </BlockStack>
    );
  return (
    <BlockStack gap="200">
      <Text as="p">
        Compared <When at={finishedAt} />: {number(read)} {plural(read, "order", "orders")} had
        changed,{" "}
        {healed === 0
          ? "all known already."
          : `${number(healed)} of them ${plural(healed, "was", "were")} not known as they are, and ${plural(healed, "is", "are")} now.`}
      </Text>
      {seesAll ? null : <OlderOrders />}
    </BlockStack>
  );
}
