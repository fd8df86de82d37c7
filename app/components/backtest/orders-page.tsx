import { BlockStack, Card, Page, Text } from "@shopify/polaris";
import {
  OUTCOME_LABELS,
  type BacktestOrder,
  type BacktestOrders,
  type OrderChoice,
} from "#app/domain/backtest/backtest.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { PageButtons } from "#app/components/list/page-buttons.tsx";

/** The orders behind a number of a backtest. */
export function BacktestOrdersPage({ names, choice, currency, of, rows, next }: BacktestOrders) {
  const { number } = useFormat();
  return (
    <Page
      title={titleOf(choice)}
      subtitle={
        choice === "changed" ? `${names.first} against ${names.second}` : names[choice.side]
      }
      backAction={{ content: "Backtest", url: "/app/settings/policies/backtest" }}
    >
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {`${number(of)} ${plural(of, "order", "orders")}`}
          </Text>
          {rows.length === 0 ? (
            <Text as="p" tone="subdued">
              None. Choose another number of the backtest.
            </Text>
          ) : (
            <Orders names={names} rows={rows} currency={currency} />
          )}
          <PageButtons of="orders" next={next} />
        </BlockStack>
      </Card>
    </Page>
  );
}

function titleOf(choice: OrderChoice): string {
  if (choice === "changed") return "Orders that would go otherwise";
  return choice.outcome === "looked_at"
    ? "Orders of cases to look at"
    : `Orders: ${OUTCOME_LABELS[choice.outcome].toLowerCase()}`;
}

type TableProps = Pick<BacktestOrders, "names" | "currency"> & { rows: readonly BacktestOrder[] };

function Orders({ names, rows, currency }: TableProps) {
  const { money, percent } = useFormat();
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">Orders, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Placed</th>
          <th scope="col">Codes</th>
          <th scope="col">Discount</th>
          <th scope="col">Score</th>
          <th scope="col">{names.first}</th>
          <th scope="col">{names.second}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, placedAt, codes, discountMinor, score, first, second }) => (
          <tr key={id}>
            <th scope="row">
              <OrderLink id={id}>{name}</OrderLink>
            </th>
            <td data-label="Placed">
              <When at={placedAt} />
            </td>
            <td data-label="Codes" className="bf-code">
              {codes.join(", ") || "–"}
            </td>
            <td data-label="Discount">{money(discountMinor, currency)}</td>
            <td data-label="Score">{score === null ? "–" : percent(score)}</td>
            <td data-label={names.first}>{OUTCOME_LABELS[first]}</td>
            <td data-label={names.second}>{OUTCOME_LABELS[second]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
