import { Badge, BlockStack, Text } from "@shopify/polaris";
import type { Changed, HistoryResult } from "#app/domain/replay/history.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** What would have gone otherwise, in one sentence each, and the orders behind it. */
export function WhatIfResult({ result }: { result: HistoryResult }) {
  const { number, money, moment } = useFormat();
  const { currency, refused, allowed, orders, ofNobody, uses, people } = result;
  const inMoney = (minor: number) => money(minor, currency);
  const counted = ({ orders: count }: Changed) =>
    `${number(count)} ${plural(count, "order", "orders")}`;
  const all = refused.orders + allowed.orders;
  return (
    <BlockStack gap="300">
      <Text as="p">
        {`${number(uses)} ${plural(uses, "use", "uses")} by ${number(people)} ${plural(people, "customer", "customers")} judged again: ${number(result.overThen)} over the limit, ${number(result.overNow)} over the present one.`}
      </Text>
      {all === 0 ? <Text as="p">Every order would have gone as it did.</Text> : null}
      {refused.orders > 0 ? (
        <Text as="p">
          {`${counted(refused)} would have been refused the code: ${inMoney(refused.discountMinor)} of discounts not given, on orders worth ${inMoney(refused.revenueMinor)}.`}
        </Text>
      ) : null}
      {allowed.orders > 0 ? (
        <Text as="p">
          {`${counted(allowed)} over the present limit would have been within it: ${inMoney(allowed.discountMinor)} of discounts, on orders worth ${inMoney(allowed.revenueMinor)}.`}
        </Text>
      ) : null}
      {ofNobody > 0 ? (
        <Text as="p" tone="subdued">
          {`${number(ofNobody)} ${plural(ofNobody, "order names", "orders name")} nobody: no limit holds for them.`}
        </Text>
      ) : null}
      {orders.length > 0 ? (
        <table className="bf-evidence">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Code and discount</th>
              <th scope="col">Would be</th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <tr key={`${order.orderId} ${order.code}`}>
                <th scope="row">
                  <span className="bf-line">{order.name}</span>
                  <span className="bf-line">{moment(order.placedAt)}</span>
                </th>
                <td>
                  <span className="bf-line bf-code">{order.code}</span>
                  <span className="bf-line">{inMoney(order.discountMinor)}</span>
                </td>
                <td>
                  {order.becomes === "refused" ? (
                    <Badge tone="warning">Refused</Badge>
                  ) : (
                    <Badge tone="success">Let through</Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {orders.length < all ? (
        <Text as="p" tone="subdued">
          {`These are the first ${number(orders.length)} of ${number(all)}.`}
        </Text>
      ) : null}
    </BlockStack>
  );
}
