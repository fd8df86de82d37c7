import { BlockStack, Link, Text } from "@shopify/polaris";
import type { Becomes, HistoryResult, TriedResult } from "#app/domain/replay/history.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { Good } from "#app/components/job/good.tsx";
import { SideBySide, type TriedNumber } from "#app/components/job/side-by-side.tsx";
import { useCaseLoad } from "#app/components/job/use-case-load.ts";
import { changedUsesUrl } from "./changed-uses-url.ts";
import type { TriedName } from "./tried-names.ts";

type Props = { id: string; result: HistoryResult; tried: readonly TriedName[] };

/** What would have gone otherwise than with the campaign's own limits, number by number; each opens its orders. */
export function WhatIfResult({ id, result, tried }: Props) {
  const { number } = useFormat();
  const { ofNobody, uses, people, overNow, loadNow } = result;
  const sayLoad = useCaseLoad(result.days);
  const rows = useRows(id, result);
  const ways = tried.flatMap((name) => {
    const of = result[name.side];
    return of ? [{ ...name, result: of }] : [];
  });
  const isNone = ways.every(({ result: of }) => of.refused.orders + of.allowed.orders === 0);
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
          <SideBySide
            caption="What would have happened"
            head="Against the present limit"
            ways={ways}
            rows={rows}
          />
        </>
      )}
    </BlockStack>
  );
}

function useRows(
  id: string,
  { currency, days }: Pick<HistoryResult, "currency" | "days">,
): TriedNumber<TriedResult>[] {
  const { number, money } = useFormat();
  const sayLoad = useCaseLoad(days);
  const opening = (
    label: string,
    becomes: Becomes,
    say: (way: TriedResult) => string,
  ): TriedNumber<TriedResult> => ({
    label,
    of: ({ result }) => say(result),
    opens: ({ side, result }) =>
      result[becomes].orders === 0 ? null : changedUsesUrl(id, { side, becomes }),
  });
  const inMoney = (minor: number) => money(minor, currency);
  return [
    { label: "Uses over the limit", of: ({ result }) => number(result.over) },
    opening("Orders refused the code", "refused", ({ refused }) => number(refused.orders)),
    opening("Discounts not given", "refused", ({ refused }) => inMoney(refused.discountMinor)),
    opening("Those orders came to", "refused", ({ refused }) => inMoney(refused.revenueMinor)),
    opening("Customers refused who are not now", "refused", ({ hurt }) => number(hurt.of)),
    {
      label: "Of them probably good customers",
      of: ({ result }) => <Good estimate={result.hurt} />,
    },
    opening("Orders over the present limit let through", "allowed", ({ allowed }) =>
      number(allowed.orders),
    ),
    opening("Their discounts", "allowed", ({ allowed }) => inMoney(allowed.discountMinor)),
    opening("Their orders came to", "allowed", ({ allowed }) => inMoney(allowed.revenueMinor)),
    { label: "Cases a day, were none refused", of: ({ result }) => sayLoad(result.load) },
  ];
}
