import { BlockStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { Becomes, CaseLoad, HistoryResult, TriedResult } from "#app/domain/replay/history.ts";
import { Good } from "#app/components/backtest/good.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { changedUsesUrl } from "./changed-uses-url.ts";
import type { TriedName } from "./tried-names.ts";

type Props = { id: string; result: HistoryResult; tried: readonly TriedName[] };
type Way = TriedName & { way: TriedResult };
type Row = { label: string; of: (each: Way) => ReactNode };

/** What would have gone otherwise than with the campaign's own limits, number by number; each opens its orders. */
export function WhatIfResult({ id, result, tried }: Props) {
  const { number } = useFormat();
  const { ofNobody, uses, people, overNow, loadNow } = result;
  const sayLoad = useLoad(result.days);
  const rows = useRows(id, result.currency, sayLoad);
  const ways = tried.flatMap((name): Way[] => {
    const way = result[name.side];
    return way ? [{ ...name, way }] : [];
  });
  const isNone = ways.every(({ way }) => way.refused.orders + way.allowed.orders === 0);
  return (
    <BlockStack gap="300">
      <Text as="p">
        {`${number(uses)} ${plural(uses, "use", "uses")} by ${number(people)} ${plural(people, "customer", "customers")} judged again: ${number(overNow)} over the present limit.`}
        {loadNow.cases > 0 ? ` Cases a day they make: ${sayLoad(loadNow)}.` : ""}
      </Text>
      {ofNobody > 0 ? (
        <Text as="p" tone="subdued">
          {`${number(ofNobody)} ${plural(ofNobody, "order names", "orders name")} nobody: no limit holds for them.`}
        </Text>
      ) : null}
      {isNone ? (
        <Text as="p">Every order would have gone as it did.</Text>
      ) : (
        <>
          <Link url={changedUsesUrl(id, "changed")}>See every order that would change</Link>
          <Table ways={ways} rows={rows} />
        </>
      )}
    </BlockStack>
  );
}

function Table({ ways, rows }: { ways: readonly Way[]; rows: readonly Row[] }) {
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">What would have happened</caption>
      <thead>
        <tr>
          <th scope="col">Against the present limit</th>
          {ways.map(({ side, label, said }) => (
            <th key={side} scope="col">
              {label}
              <Text as="p" variant="bodySm" tone="subdued">
                {said}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, of }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {ways.map((each) => (
              <td key={each.side} data-label={each.label}>
                {of(each)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "0.25, at most 2 on May 3, 2026". */
function useLoad(days: number): (load: CaseLoad) => string {
  const { number, day } = useFormat();
  return ({ cases, busiest }) => {
    const rate = number(Math.round((cases / Math.max(1, days)) * 100) / 100);
    return busiest ? `${rate}, at most ${number(busiest.cases)} on ${day(busiest.day)}` : rate;
  };
}

function useRows(id: string, currency: string, sayLoad: (load: CaseLoad) => string): Row[] {
  const { number, money } = useFormat();
  const opening = (label: string, becomes: Becomes, say: (way: TriedResult) => string): Row => ({
    label,
    of: ({ side, way }) => {
      const text = say(way);
      if (way[becomes].orders === 0) return text;
      return (
        <Link
          url={changedUsesUrl(id, { side, becomes })}
          accessibilityLabel={`${label}: ${text}. See the orders`}
        >
          {text}
        </Link>
      );
    },
  });
  const inMoney = (minor: number) => money(minor, currency);
  return [
    { label: "Uses over the limit", of: ({ way }) => number(way.over) },
    opening("Orders refused the code", "refused", ({ refused }) => number(refused.orders)),
    opening("Discounts not given", "refused", ({ refused }) => inMoney(refused.discountMinor)),
    opening("Those orders came to", "refused", ({ refused }) => inMoney(refused.revenueMinor)),
    opening("Customers refused who are not now", "refused", ({ hurt }) => number(hurt.of)),
    { label: "Of them probably good customers", of: ({ way }) => <Good estimate={way.hurt} /> },
    opening("Orders over the present limit let through", "allowed", ({ allowed }) =>
      number(allowed.orders),
    ),
    opening("Their discounts", "allowed", ({ allowed }) => inMoney(allowed.discountMinor)),
    opening("Their orders came to", "allowed", ({ allowed }) => inMoney(allowed.revenueMinor)),
    { label: "Cases a day, were none refused", of: ({ way }) => sayLoad(way.load) },
  ];
}
