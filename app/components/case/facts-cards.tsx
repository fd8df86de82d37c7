import { Badge, BlockStack, Box, Card, InlineStack, Link, List, Text } from "@shopify/polaris";
import { CASE_DECISION_LABELS, CASE_DECISIONS } from "#app/domain/case/case.ts";
import type { CaseDetail, TimelineEntry } from "#app/domain/case/summary.ts";
import { Pair } from "#app/components/campaign/detail/pair.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { DecisionBadge } from "./case-badges.tsx";
import { useFirst } from "#app/components/list/use-first.tsx";
import { OrderLink } from "./order-link.tsx";

/** What an honest shopper would say. It stands before the history, so that it is thought of first. */
export function InnocentCard({ innocent }: Pick<CaseDetail, "innocent">) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          What an honest shopper would say
        </Text>
        {innocent.map((text) => (
          <Text as="p" key={text}>
            {text}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}

export function HistoryCard({ history }: Pick<CaseDetail, "history">) {
  const { number, money, date } = useFormat();
  const { orders, since, paidMinor, withoutCode, refunded, earlierCases } = history;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Their history
        </Text>
        <dl className="bf-pair">
          <Pair term="Customer since">{since === null ? "–" : date(since)}</Pair>
          <Pair term="Orders">
            {`${number(orders)}, of which ${number(withoutCode)} without a code`}
          </Pair>
          <Pair term="Paid in all">{money(paidMinor)}</Pair>
          <Pair term="Refunded">
            {`${number(refunded)} of ${number(orders)} ${plural(orders, "order", "orders")}`}
          </Pair>
          <Pair term="Chargebacks">{chargebacksOf(history, number, date)}</Pair>
        </dl>
        {earlierCases.length > 0 ? (
          <List>
            {earlierCases.map((each) => (
              <List.Item key={each.id}>
                <Link url={`/app/review/${each.id}`}>{`Case ${each.number}`}</Link>
                {`: ${CASE_DECISION_LABELS[each.decision].toLowerCase()}`}
              </List.Item>
            ))}
          </List>
        ) : (
          <Text as="p" tone="subdued">
            No earlier case was decided about them.
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

/** How many, and since when they are known: none is no praise where nobody told of any. */
function chargebacksOf(
  { chargebacks, chargebacksSince, since }: CaseDetail["history"],
  number: (value: number) => string,
  date: (iso: string) => string,
): string {
  if (chargebacksSince === null && chargebacks === 0)
    return "Not told. Allow it under Settings, Orders and numbers.";
  if (chargebacksSince !== null && since !== null && since < chargebacksSince)
    return `${number(chargebacks)}, told since ${date(chargebacksSince)}`;
  return number(chargebacks);
}

export function SimilarCard({ similar }: Pick<CaseDetail, "similar">) {
  const { number } = useFormat();
  const total = CASE_DECISIONS.reduce((sum, each) => sum + similar.ended[each], 0);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Similar cases
        </Text>
        {total === 0 ? (
          <Text as="p" tone="subdued">
            None was decided yet. Once some are, you see here how they ended.
          </Text>
        ) : (
          <>
            <Text as="p">
              {`${number(total)} decided: ${CASE_DECISIONS.map(
                (each) =>
                  `${number(similar.ended[each])} ${CASE_DECISION_LABELS[each].toLowerCase()}`,
              ).join(", ")}.`}
            </Text>
            <ul className="bf-list">
              {similar.latest.map((each) => (
                <li key={each.id}>
                  <Box paddingBlock="200">
                    <BlockStack gap="050">
                      <Link url={`/app/review/${each.id}`}>{each.sentence}</Link>
                      <InlineStack gap="200">
                        <DecisionBadge decision={each.decision} />
                        <Text as="span" variant="bodySm" tone="subdued">
                          <When at={each.decidedAt} />
                        </Text>
                      </InlineStack>
                    </BlockStack>
                  </Box>
                </li>
              ))}
            </ul>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

/** Of orders, and of what happened. */
const ENTRIES_SHOWN = 20;

export function OrdersCard({ orders }: Pick<CaseDetail, "orders">) {
  const { number, money, moment, date } = useFormat();
  const first = useFirst(orders, ENTRIES_SHOWN);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Orders
        </Text>
        <table className="bf-numbers">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col" className="bf-said-in-words">
                Account
              </th>
              <th scope="col" className="bf-said-in-words">
                Code
              </th>
              <th scope="col">Paid</th>
            </tr>
          </thead>
          <tbody>
            {first.shown.map((order, index) => (
              <tr key={order.id} {...first.refAt<HTMLTableRowElement>(index)}>
                <th scope="row">
                  <BlockStack gap="050">
                    <OrderLink id={order.id}>{order.name}</OrderLink>
                    <Text as="span" variant="bodySm" tone="subdued">
                      {moment(order.placedAt)}
                    </Text>
                    <InlineStack gap="100">
                      {order.isFlagged ? <Badge tone="attention">Flagged</Badge> : null}
                      {order.cancelledAt === null ? null : <Badge>Cancelled</Badge>}
                      {order.isFreed ? <Badge tone="info">Use given back</Badge> : null}
                    </InlineStack>
                  </BlockStack>
                </th>
                <td data-label="Account" className="bf-said-in-words">
                  {order.person || "–"}
                </td>
                <td data-label="Code" className="bf-code bf-said-in-words">
                  {order.codes.join(", ") || "–"}
                </td>
                <td data-label="Paid">
                  {money(order.totalMinor, order.currency)}
                  {order.discountMinor > 0 ? (
                    <Text as="p" variant="bodySm" tone="subdued">
                      {`${money(order.discountMinor, order.currency)} off`}
                    </Text>
                  ) : null}
                  {order.refund ? (
                    <Text as="p" variant="bodySm" tone="subdued">
                      {`${money(order.refund.minor, order.currency)} paid back ${date(order.refund.at)}`}
                    </Text>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {first.showAll(`Show all ${number(orders.length)} orders`)}
      </BlockStack>
    </Card>
  );
}

export function TimelineCard({ timeline }: Pick<CaseDetail, "timeline">) {
  const { number } = useFormat();
  const first = useFirst(timeline, ENTRIES_SHOWN);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Timeline
        </Text>
        <ol className="bf-list bf-timeline">
          {first.shown.map((entry, index) => (
            <li key={`${entry.at} ${index}`} {...first.refAt<HTMLLIElement>(index)}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
        {first.showAll(`Show all ${number(timeline.length)} entries`)}
      </BlockStack>
    </Card>
  );
}

const LATER: Record<Extract<TimelineEntry, { kind: "later" }>["what"], string> = {
  cancelled: "was cancelled",
  refunded: "was refunded",
  charged_back: "was charged back",
};

function Entry({ entry }: { entry: TimelineEntry }) {
  const { moment, money } = useFormat();
  const what =
    entry.kind === "order" ? (
      <Text as="span" {...(entry.isFlagged ? { fontWeight: "semibold" as const } : {})}>
        <OrderLink id={entry.order.id}>{`Order ${entry.order.name}`}</OrderLink>
        {`${entry.code === null ? " without a code" : ` with ${entry.code}`}${entry.person === "" ? "" : `, account ${entry.person}`}${entry.isFlagged ? ": flagged" : ""}`}
      </Text>
    ) : entry.kind === "later" ? (
      <Text as="span">
        <OrderLink id={entry.order.id}>{`Order ${entry.order.name}`}</OrderLink>
        {` ${LATER[entry.what]}`}
        {entry.minor === null ? "" : `: ${money(entry.minor, entry.currency)} paid back`}
      </Text>
    ) : (
      <Text as="span" breakWord>
        {entry.text}
        {entry.detail === null ? "" : `: ${entry.detail}`}
      </Text>
    );
  return (
    <BlockStack gap="050">
      {what}
      <Text as="span" variant="bodySm" tone="subdued">
        {moment(entry.at)}
      </Text>
    </BlockStack>
  );
}
