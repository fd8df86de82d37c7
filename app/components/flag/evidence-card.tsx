import { BlockStack, Card, Text } from "@shopify/polaris";
import type { FlagDetail, OvershootEvidence } from "#app/domain/flag/summary.ts";
import { groupOf } from "#app/domain/campaign/limit.ts";
import { formatPeriod } from "#app/components/format/date.ts";
import { formatLimit } from "#app/components/format/limit.ts";
import { formatNumber, plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { OrderLink } from "./order-link.tsx";

/** "The limit is once in total. These 2 orders count." */
function evidenceSentence(evidence: OvershootEvidence, locale: string): string {
  const count = evidence.orders.length;
  const { window, counter, season, group } = evidence;
  const key = typeof window === "object" && window.kind === "season" ? window.season : "";
  const number = groupOf({ counter });
  const names = {
    seasons: season ? { [key]: season } : {},
    groups: group && number !== null ? { [String(number)]: group } : {},
  };
  const orders = `${formatNumber(count, locale)} ${plural(count, "order counts", "orders count")}`;
  if (evidence.limit === 0) return `The campaign was not issued to this customer. ${orders}.`;
  const limit = formatLimit({ perCustomer: evidence.limit, window, counter }, names, locale);
  const period = window === "lifetime" ? "" : ` ${formatPeriod(evidence.period, locale)}`;
  return `The limit for each customer is ${limit}. ${orders}${period}.`;
}

/** The orders the flag rests on, oldest first; the ones that went over are marked. */
export function EvidenceCard({ flag }: { flag: FlagDetail }) {
  const { moment, locale } = useFormat();
  const { evidence } = flag;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What it rests on
        </Text>
        <Text as="p">{evidenceSentence(evidence, locale)}</Text>
        <table className="bf-evidence">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Placed</th>
              <th scope="col">Code</th>
            </tr>
          </thead>
          <tbody>
            {evidence.orders.map((order, index) => (
              <tr key={order.orderId}>
                <th scope="row">
                  <OrderLink id={order.orderId}>{order.name}</OrderLink>
                  {index >= evidence.limit ? (
                    <Text as="p" variant="bodySm" tone="subdued">
                      over the limit
                    </Text>
                  ) : null}
                </th>
                <td>{moment(order.placedAt)}</td>
                <td className="bf-code">{order.code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </BlockStack>
    </Card>
  );
}
