import {
  BlockStack,
  Card,
  InlineGrid,
  InlineStack,
  Link,
  Page,
  Select,
  Text,
} from "@shopify/polaris";
import type { Breakdown } from "#app/domain/insight/breakdown.ts";
import type { Figures } from "#app/domain/insight/figures.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { BreakdownTable } from "./breakdown-table.tsx";
import { Change } from "./change.tsx";
import { COUNTED } from "./counted-words.ts";
import { ExportButton } from "./export-button.tsx";
import { Figure, Note } from "./figure.tsx";
import { linesUrl } from "./lines-url.ts";
import { PeopleFigures } from "./people-figures.tsx";
import { RangePicker } from "./range-picker.tsx";

/** What worked: the shop as a whole, and by one part of the names, over a range of days. Both stand in the address. */
export function InsightsPage({ breakdown }: { breakdown: Breakdown }) {
  const { params, change, isLoading } = useListAddress();
  const { grain, choices, range, before } = breakdown;
  return (
    <Page
      title="Insights"
      subtitle="What codes brought in, from whom, and by the parts of their names."
      backAction={{ content: "Home", url: "/app" }}
      secondaryActions={[
        { content: "Compare", url: "/app/insights/compare" },
        { content: "What would this have done?", url: "/app/insights/what-if" },
      ]}
    >
      <BlockStack gap="400">
        <Card>
          <RangePicker range={range} before={before} />
        </Card>
        <Whole breakdown={breakdown} />
        <Card>
          <BlockStack gap="400">
            <InlineStack gap="300" align="space-between" blockAlign="end">
              <Select
                label="Numbers by"
                options={choices.map(({ grain: value, label }) => ({ value, label }))}
                value={grain}
                disabled={isLoading}
                onChange={(by) => change({ by })}
              />
              <ExportButton of="breakdown" query={params.toString()} />
            </InlineStack>
            <BreakdownTable
              breakdown={breakdown}
              label={choices.find((choice) => choice.grain === grain)?.label ?? grain}
            />
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="400">
            <Text as="h2" variant="headingMd">
              Customers
            </Text>
            <PeopleFigures
              people={breakdown.people}
              returns={breakdown.returns}
              slice="shop:coded"
              range={range}
            />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

function Whole({ breakdown }: { breakdown: Breakdown }) {
  const { number, money } = useFormat();
  const { total, coded, uncoded, range, before } = breakdown;
  // Averages are of orders in the shop's currency only.
  const ordersOf = ({ pricedUses }: Figures) =>
    `${number(pricedUses)} ${plural(pricedUses, "order", "orders")}`;
  const average = (minor: number | null) => (minor === null ? "–" : money(minor));
  const orders = linesUrl("shop:coded", range);
  const redeemed = linesUrl("shop:redeemed", range);
  const then = linesUrl("shop:redeemed", before);
  const others = linesUrl("shop:uncoded", range);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          All codes
        </Text>
        <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
          <Figure label={COUNTED.uses.count} value={number(total.now.uses)} url={redeemed}>
            <Change now={total.now.uses} then={total.then.uses} say={number} url={then} />
            <Note>
              {COUNTED.uses.note(number(total.now.redemptions), number(total.now.reversals))}
            </Note>
          </Figure>
          <Figure label="Net revenue with codes" value={money(coded.netMinor)} url={orders}>
            <Note>{`${money(coded.revenueMinor)} less ${money(coded.refundMinor)} refunded`}</Note>
          </Figure>
          <Figure
            label="Average order with a code"
            value={average(coded.averageMinor)}
            url={orders}
          >
            <Note>{`of ${ordersOf(coded)}`}</Note>
            <Note>
              <Link url={others}>
                {`${average(uncoded.averageMinor)} without, of ${ordersOf(uncoded)}`}
              </Link>
            </Note>
          </Figure>
          <Figure label="Discount cost" value={money(total.now.discountMinor)} url={redeemed}>
            <Change
              now={total.now.discountMinor}
              then={total.then.discountMinor}
              say={money}
              url={then}
            />
          </Figure>
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
