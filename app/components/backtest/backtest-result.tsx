import { BlockStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type {
  BacktestResult as Result,
  BacktestSummary,
  ChosenOutcome,
  Estimate,
  Outcome,
  VariantResult,
} from "#app/domain/backtest/backtest.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { Good } from "./good.tsx";
import { backtestOrdersUrl } from "./orders-url.ts";

type Props = { last: Pick<BacktestSummary, "id" | "first" | "second">; result: Result };
/** What both are called, here and where they are chosen. */
export const SIDES = { first: "What you have", second: "What you try" } as const;
const SIDE_NAMES = ["first", "second"] as const;

type Row = { label: string; of: (side: "first" | "second") => ReactNode };

/** What both ways come to, number by number; each opens its orders. */
export function BacktestResult({ last, result }: Props) {
  const { number, money, day, percent } = useFormat();
  const { from, to, changed, orders, people, currency } = result;
  const rows = useRows({ last, result });
  if (from === null || to === null)
    return <Text as="p">There are no orders yet. Try again when there are some.</Text>;
  const nameOf = (side: "first" | "second") =>
    `${last[side].name}, from ${percent(last[side].flagFrom)}`;
  const saved = result.second.savedMinor - result.first.savedMinor;
  return (
    <BlockStack gap="300">
      <Text as="p">
        {changed === 0 ? (
          "Every order would have gone alike."
        ) : (
          <>
            <Link url={backtestOrdersUrl(last.id, "changed")}>
              {`${number(changed)} ${plural(changed, "order", "orders")}`}
            </Link>
            {saved === 0
              ? " would have gone otherwise; discounts would have come to the same."
              : ` would have gone otherwise, and ${money(Math.abs(saved), currency)} ${saved < 0 ? "more" : "less"} of discounts would have been given.`}
          </>
        )}
      </Text>
      <Text as="p" tone="subdued">
        {`${day(from)} to ${day(to)}: ${number(orders)} ${plural(orders, "order", "orders")} of ${number(people)} ${plural(people, "customer", "customers")} who could be flagged. All others go through either way.`}
      </Text>
      <table className="bf-numbers">
        <caption className="bf-unseen">What would have happened, side by side</caption>
        <thead>
          <tr>
            <th scope="col">What would have happened</th>
            {SIDE_NAMES.map((side) => (
              <th key={side} scope="col">
                {SIDES[side]}
                <Text as="p" variant="bodySm" tone="subdued">
                  {nameOf(side)}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-label={SIDES.first}>{of("first")}</td>
              <td data-label={SIDES.second}>{of("second")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </BlockStack>
  );
}

function useRows({ last, result }: Props): Row[] {
  const { number, money, day } = useFormat();
  /** What is said of a side opens the orders it rests on, unless there is none. */
  const opening = (
    label: string,
    outcome: ChosenOutcome,
    say: (side: VariantResult) => string,
    isNone: (side: VariantResult) => boolean,
  ): Row => ({
    label,
    of: (side) => {
      const text = say(result[side]);
      if (isNone(result[side])) return text;
      const url = backtestOrdersUrl(last.id, { side, outcome });
      return (
        <Link url={url} accessibilityLabel={`${label}: ${text}. See the orders`}>
          {text}
        </Link>
      );
    },
  });
  const orders = (label: string, outcome: Outcome) =>
    opening(
      label,
      outcome,
      (side) => number(side.orders[outcome]),
      (side) => side.orders[outcome] === 0,
    );
  const said = (label: string, say: (side: VariantResult) => ReactNode): Row => ({
    label,
    of: (side) => say(result[side]),
  });
  const refused = (label: string, say: (side: VariantResult) => string) =>
    opening(label, "refused", say, (side) => side.orders.refused === 0);
  const lookedAt = (label: string, say: (side: VariantResult) => string) =>
    opening(label, "looked_at", say, ({ cases }) => cases.of === 0);
  const inMoney = (minor: number) => money(minor, result.currency);
  const good = (estimate: Estimate) => <Good estimate={estimate} />;
  const rate = (cases: number) =>
    number(Math.round((cases / Math.max(1, result.days)) * 100) / 100);
  return [
    orders("Orders only watched", "watched"),
    orders("Orders that ask to sign in", "asks_sign_in"),
    orders("Orders held for review", "held"),
    orders("Orders that disqualify", "disqualifies"),
    orders("Orders with a code refused after that", "refused"),
    refused("Discounts not given", ({ savedMinor }) => inMoney(savedMinor)),
    lookedAt("Discounts of held and disqualifying orders", ({ atStakeMinor }) =>
      inMoney(atStakeMinor),
    ),
    refused("Customers refused a code", ({ refused: { of } }) => number(of)),
    said("Of them probably good customers", (side) => good(side.refused)),
    lookedAt("Cases to look at", ({ cases }) => number(cases.of)),
    said("Of them probably fine", ({ cases }) => good(cases)),
    said("Cases a day", ({ cases, busiest }) =>
      busiest
        ? `${rate(cases.of)}, at most ${number(busiest.cases)} on ${day(busiest.day)}`
        : rate(cases.of),
    ),
  ];
}
