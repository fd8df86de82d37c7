import {
  BlockStack,
  Button,
  Card,
  InlineStack,
  Link,
  Page,
  Select,
  Tag,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { useSearchParams } from "@remix-run/react";
import { MOST_COMPARED, type Compared, type Comparison } from "#app/domain/insight/comparison.ts";
import type { Figures } from "#app/domain/insight/figures.ts";
import { countedOf, type Counted } from "#app/domain/insight/slice.ts";
import { TrendLines, type Series } from "#app/components/chart/trend-lines.tsx";
import { useFormat } from "#app/components/format/use-format.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { Change } from "./change.tsx";
import { daysBefore, daysOf } from "./chart-days.ts";
import { COUNTED } from "./counted-words.ts";
import { ExportButton } from "./export-button.tsx";
import { linesUrl, peopleUrl } from "./lines-url.ts";
import { RangePicker } from "./range-picker.tsx";

/** Campaigns, values or periods side by side. What is compared stands in the address. */
export function ComparePage({ comparison }: { comparison: Comparison }) {
  const { params } = useListAddress();
  const { range, then, isBefore, compared } = comparison;
  return (
    <Page
      title="Compare"
      subtitle="Campaigns, parts of names, or two periods."
      backAction={{ content: "Insights", url: "/app/insights" }}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="400">
            <Chosen comparison={comparison} />
            <RangePicker range={range} before={then} isBefore={isBefore} />
            <OtherPeriod key={then.from} comparison={comparison} />
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="400">
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="h2" variant="headingMd">
                Side by side
              </Text>
              <ExportButton of="comparison" query={params.toString()} />
            </InlineStack>
            <Lines compared={compared} />
            <SideBySide comparison={comparison} />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

/** What is compared, each with its own way out, and what can be added. */
function Chosen({ comparison }: { comparison: Comparison }) {
  const [params, setParams] = useSearchParams();
  const { compared, choices } = comparison;
  const taken = compared.map(({ slice }) => slice);
  const show = (slices: readonly string[]) => {
    const next = new URLSearchParams(params);
    next.delete("slice");
    for (const slice of slices) next.append("slice", slice);
    setParams(next, { preventScrollReset: true });
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200">
        {compared.map(({ slice, label }) => (
          <Tag
            key={slice}
            {...(taken.length > 1
              ? { onRemove: () => show(taken.filter((each) => each !== slice)) }
              : {})}
          >
            {label}
          </Tag>
        ))}
      </InlineStack>
      <Select
        label="Add to the comparison"
        placeholder={taken.length >= MOST_COMPARED ? `${MOST_COMPARED} are the most` : "Choose"}
        disabled={taken.length >= MOST_COMPARED}
        value=""
        options={choices.map(({ title, options }) => ({
          title,
          options: options
            .filter(({ slice }) => !taken.includes(slice))
            .map(({ slice, label }) => ({ value: slice, label })),
        }))}
        onChange={(slice) => show([...taken, slice])}
      />
    </BlockStack>
  );
}

/** Another period than the days before: as long, from a day. */
function OtherPeriod({ comparison }: { comparison: Comparison }) {
  const { change, isLoading } = useListAddress();
  const [from, setFrom] = useState(comparison.then.from);
  return (
    <InlineStack gap="200" blockAlign="end">
      <TextField
        label="Compare with as many days from"
        type="date"
        autoComplete="off"
        value={from}
        onChange={setFrom}
      />
      <Button
        disabled={from === "" || from === comparison.then.from}
        loading={isLoading}
        onClick={() => change({ then: from })}
      >
        Compare periods
      </Button>
      {comparison.isBefore ? null : (
        <Button variant="plain" onClick={() => change({ then: null })}>
          Compare with the days before
        </Button>
      )}
    </InlineStack>
  );
}

/** One slice: its two periods. Several: theirs over the same days. */
function Lines({ compared }: { compared: readonly Compared[] }) {
  const { day, number, numberShort } = useFormat();
  const [first] = compared;
  if (!first) return null;
  const [counted = "", ...more] = countsOf(compared).map((each) => COUNTED[each].count);
  const own = compared.map(({ slice, label, uses }): Series => {
    return { name: label, ...daysOf(slice, uses) };
  });
  const other: Series = {
    name: "The other period",
    ...daysBefore(first.slice, first.uses),
    thin: true,
  };
  return (
    <TrendLines
      title={`${[counted, ...more.map((each) => each.toLowerCase())].join(" or ")} a day`}
      axis={{
        name: "Day",
        places: first.uses.map((each) => day(each.day)),
      }}
      series={compared.length === 1 ? [...own, other] : own}
      whole
      formatValue={number}
      formatTick={numberShort}
    />
  );
}

/** What is counted of them: orders of some, uses of others. */
function countsOf(compared: readonly Compared[]): Counted[] {
  return [...new Set(compared.map(({ slice }) => countedOf(slice)))];
}

/** `only`: of slices of which that is counted. */
type Measure = {
  name: string;
  isMoney: boolean;
  of: (figures: Figures) => number | null;
  only?: Counted;
};

const measuresOf = (counts: readonly Counted[]): Measure[] => [
  ...counts.map((only) => {
    return { name: COUNTED[only].count, only, isMoney: false, of: ({ uses }: Figures) => uses };
  }),
  { name: "Gross revenue", isMoney: true, of: ({ revenueMinor }) => revenueMinor },
  { name: "Refunds", isMoney: true, of: ({ refundMinor }) => refundMinor },
  { name: "Net revenue", isMoney: true, of: ({ netMinor }) => netMinor },
  { name: "Discount cost", isMoney: true, of: ({ discountMinor }) => discountMinor },
  ...counts.map((only) => {
    const of = ({ averageMinor }: Figures) => averageMinor;
    return { name: COUNTED[only].average, only, isMoney: true, of };
  }),
];

function SideBySide({ comparison }: { comparison: Comparison }) {
  const { number, money, percent } = useFormat();
  const { compared, range } = comparison;
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">Numbers side by side</caption>
      <thead>
        <tr>
          <th scope="col">Number</th>
          {compared.map(({ slice, label }) => (
            <th key={slice} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measuresOf(countsOf(compared)).map(({ name, isMoney, of, only }) => {
          const say = isMoney ? (value: number) => money(value) : number;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              {compared.map(({ slice, label, now, then }) => {
                const isCounted = !only || countedOf(slice) === only;
                const value = isCounted ? of(now) : null;
                return (
                  <td key={slice} data-label={label}>
                    {value === null ? (
                      "–"
                    ) : (
                      <Link
                        url={linesUrl(slice, range)}
                        accessibilityLabel={`${name} of ${label}: ${say(value)}. See the orders`}
                      >
                        {say(value)}
                      </Link>
                    )}
                    <Change
                      now={value}
                      then={of(then)}
                      say={say}
                      url={linesUrl(slice, comparison.then)}
                    />
                  </td>
                );
              })}
            </tr>
          );
        })}
        <tr>
          <th scope="row">Orders by new customers</th>
          {compared.map(({ slice, label, fresh, returning }) => (
            <td key={slice} data-label={label}>
              {fresh === null || returning === null ? (
                <Text as="span" tone="subdued">
                  Only counted for campaigns and orders
                </Text>
              ) : fresh + returning === 0 ? (
                "–"
              ) : (
                <Link
                  url={peopleUrl("new", slice, range)}
                  accessibilityLabel={`Orders by new customers of ${label}: ${percent(fresh / (fresh + returning))}. See them`}
                >
                  {percent(fresh / (fresh + returning))}
                </Link>
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
