import {
  OUTCOME_LABELS,
  type BacktestOrders,
  type OrderChoice,
} from "#app/domain/backtest/backtest.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { TriedOrders } from "#app/components/job/tried-orders.tsx";
import { BehindPage } from "#app/components/list/behind-page.tsx";

/** The orders behind a number of a backtest. */
export function BacktestOrdersPage({ names, choice, currency, of, rows, next }: BacktestOrders) {
  const { number, percent } = useFormat();
  return (
    <BehindPage
      title={titleOf(choice)}
      subtitle={
        choice === "changed" ? `${names.first} against ${names.second}` : names[choice.side]
      }
      back={{ content: "Backtest", url: "/app/settings/policies/backtest" }}
      of="orders"
      count={`${number(of)} ${plural(of, "order", "orders")}`}
      none="None. Choose another number of the backtest."
      isEmpty={rows.length === 0}
      next={next}
    >
      <TriedOrders
        rows={rows}
        currency={currency}
        codes={{ label: "Codes", of: ({ codes }) => codes.join(", ") }}
        more={[
          {
            ...{ key: "score", label: "Score" },
            of: ({ score }) => (score === null ? "–" : percent(score)),
          },
          { key: "first", label: names.first, of: ({ first }) => OUTCOME_LABELS[first] },
          { key: "second", label: names.second, of: ({ second }) => OUTCOME_LABELS[second] },
        ]}
      />
    </BehindPage>
  );
}

function titleOf(choice: OrderChoice): string {
  if (choice === "changed") return "Orders that would go otherwise";
  return choice.outcome === "looked_at"
    ? "Orders of cases to look at"
    : `Orders: ${OUTCOME_LABELS[choice.outcome].toLowerCase()}`;
}
