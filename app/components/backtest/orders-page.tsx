import {
  OUTCOME_LABELS,
  type BacktestOrders,
  type OrderChoice,
} from "#app/domain/backtest/backtest.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { TriedOrders } from "#app/components/job/tried-orders.tsx";
import { BehindPage } from "#app/components/list/behind-page.tsx";
import { backtestOrdersUrl } from "./orders-url.ts";
import { SIDES, wayWords } from "./way-words.ts";

/** The orders behind a number of a backtest, which can be taken along as a file. */
export function BacktestOrdersPage({ id, ways, choice, of, ...orders }: BacktestOrders) {
  const { number, percent } = useFormat();
  const { currency, rows, next } = orders;
  const [first, second] = [ways.first, ways.second].map((way) => wayWords(way, percent));
  return (
    <BehindPage
      title={titleOf(choice)}
      subtitle={
        choice === "changed" ? `${first} against ${second}` : wayWords(ways[choice.side], percent)
      }
      back={{ content: "Backtest", url: "/app/settings/policies/backtest" }}
      of="orders"
      count={`${number(of)} ${plural(of, "order", "orders")}`}
      none="None. Choose another number of the backtest."
      isEmpty={rows.length === 0}
      next={next}
      exportUrl={backtestOrdersUrl(id, choice, "orders/export")}
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
          { key: "first", label: SIDES.first, of: ({ first }) => OUTCOME_LABELS[first] },
          { key: "second", label: SIDES.second, of: ({ second }) => OUTCOME_LABELS[second] },
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
