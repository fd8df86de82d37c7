import { Badge, BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { CountedLimit, ExceptionEvidence, WhyNot } from "#app/domain/verdict/answer.ts";
import { ExceptionBadge } from "#app/components/guard/exception-badge.tsx";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";

/** What the campaign asks, and what is known of the shopper for each of it. */
export function EvidenceCards({ told }: { told: WhyNot }) {
  const { rule, evidence, who } = told;
  const { limits, memberships, exceptions, orders, isReturning } = evidence;
  const isPerson = who.state !== "anonymous";
  if (rule.length === 0) return null;
  return (
    <>
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            The rule
          </Text>
          <List>
            {rule.map((words) => (
              <List.Item key={words}>{words}</List.Item>
            ))}
          </List>
        </BlockStack>
      </Card>
      {isPerson ? (
        <Card>
          <BlockStack gap="400">
            <Text as="h2" variant="headingMd">
              What it rests on
            </Text>
            {limits.map((limit) => (
              <Counted key={limit.words} limit={limit} />
            ))}
            {exceptions.map((exception) => (
              <Exception key={exception.kind + exception.at} exception={exception} />
            ))}
            {memberships.map(({ name, asked, has }) => (
              <InlineStack key={asked + name} gap="200" blockAlign="center">
                <Text as="span" breakWord>
                  {name}
                </Text>
                <Badge tone={has === (asked !== "none") ? "success" : "critical"}>
                  {has ? "Has it" : "Does not have it"}
                </Badge>
              </InlineStack>
            ))}
            <Text as="p">{ordersWords(orders, isReturning)}</Text>
          </BlockStack>
        </Card>
      ) : null}
    </>
  );
}

function ordersWords(orders: number | null, isReturning: boolean): string {
  const known = isReturning ? "We know of an order of theirs." : "We know of no order of theirs.";
  return orders === null ? known : `Orders by Shopify’s count: ${orders}. ${known}`;
}

function Counted({ limit }: { limit: CountedLimit }) {
  const { number, money, day: dayOf } = useFormat();
  const { words, perCustomer, count, spent, orders } = limit;
  const used = spent
    ? `Cap per customer: ${money(spent.minor, spent.currency)} of ${money(spent.capMinor, spent.currency)} taken off`
    : `Limit ${words}: ${number(count)} of ${number(perCustomer)} used`;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {used}
      </Text>
      {orders.length > 0 ? (
        <table className="bf-evidence">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Day</th>
              <th scope="col">Code</th>
            </tr>
          </thead>
          <tbody>
            {orders.map(({ id, name, day, code }) => (
              <tr key={id + code}>
                <th scope="row">
                  <OrderLink id={id}>{name}</OrderLink>
                </th>
                <td>{`${dayOf(day)}, ${day.slice(0, 4)}`}</td>
                <td className="bf-code">{code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Text as="p" tone="subdued">
          No order counts.
        </Text>
      )}
    </BlockStack>
  );
}

function Exception({ exception }: { exception: ExceptionEvidence }) {
  const { day } = useFormat();
  const { kind, scope, until, reason, by, at } = exception;
  const end = until === null ? "without end" : `until ${day(until)}`;
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <ExceptionBadge kind={kind} />
        <Text as="span" breakWord>
          {`${kind === "disqualified" ? "from" : "for"} ${scope}, ${end}`}
        </Text>
      </InlineStack>
      <Text as="p" tone="subdued" breakWord>
        {[reason || "No reason given", by].filter((text) => text !== "").join(" · ")},{" "}
        <When at={at} />
      </Text>
    </BlockStack>
  );
}
