import { BlockStack, Link, Text } from "@shopify/polaris";
import type {
  BacktestResult as Result,
  BacktestSummary,
  ChosenOutcome,
  Outcome,
  VariantResult,
} from "#app/domain/backtest/backtest.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { Good } from "#app/components/job/good.tsx";
import { SideBySide, type TriedNumber } from "#app/components/job/side-by-side.tsx";
import { useCaseLoad } from "#app/components/job/use-case-load.ts";
import { backtestOrdersUrl } from "./orders-url.ts";
import { SIDES, wayWords } from "./way-words.ts";

type Props = { last: Pick<BacktestSummary, "id" | "first" | "second">; result: Result };
/** What both are called, here and where they are chosen. */
const SIDE_NAMES = ["first", "second"] as const;

/** What both ways come to, number by number; each opens its orders. */
export function BacktestResult({ last, result }: Props) {
  const { number, money, days, percent } = useFormat();
  const { from, to, changed, orders, people, currency } = result;
  const rows = useRows(last.id, result);
  if (from === null || to === null)
    return <Text as="p">There are no orders yet. Try again when there are some.</Text>;
  const ways = SIDE_NAMES.map((side) => ({
    ...{ side, label: SIDES[side], result: result[side] },
    said: wayWords(last[side], percent),
  }));
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
        {`${days({ from, to })}: ${number(orders)} ${plural(orders, "order", "orders")} of ${number(people)} ${plural(people, "customer", "customers")} who could be flagged. All others go through either way.`}
      </Text>
      <SideBySide
        caption="What would have happened, side by side"
        head="What would have happened"
        ways={ways}
        rows={rows}
      />
    </BlockStack>
  );
}

function useRows(
  id: string,
  { currency, days }: Pick<Result, "currency" | "days">,
): TriedNumber<VariantResult>[] {
  const { number, money } = useFormat();
  const sayLoad = useCaseLoad(days);
  const opening = (
    label: string,
    outcome: ChosenOutcome,
    say: (way: VariantResult) => string,
    isNone: (way: VariantResult) => boolean,
  ): TriedNumber<VariantResult> => ({
    label,
    of: ({ result }) => say(result),
    opens: ({ side, result }) => (isNone(result) ? null : backtestOrdersUrl(id, { side, outcome })),
  });
  const orders = (label: string, outcome: Outcome) =>
    opening(
      label,
      outcome,
      (way) => number(way.orders[outcome]),
      (way) => way.orders[outcome] === 0,
    );
  const refused = (label: string, say: (way: VariantResult) => string) =>
    opening(label, "refused", say, (way) => way.orders.refused === 0);
  const lookedAt = (label: string, say: (way: VariantResult) => string) =>
    opening(label, "looked_at", say, ({ cases }) => cases.of === 0);
  const inMoney = (minor: number) => money(minor, currency);
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
    {
      label: "Of them probably good customers",
      of: ({ result }) => <Good estimate={result.refused} />,
    },
    lookedAt("Cases to look at", ({ cases }) => number(cases.of)),
    { label: "Of them probably fine", of: ({ result }) => <Good estimate={result.cases} /> },
    {
      label: "Cases a day",
      of: ({ result: { cases, busiest } }) => sayLoad({ cases: cases.of, busiest }),
    },
  ];
}
