import { BlockStack, Card, InlineGrid, InlineStack, Page, Text } from "@shopify/polaris";
import { countedOf, hasDiscount, type Counted } from "#app/domain/insight/slice.ts";
import { LINE_LABELS, type LedgerLine, type LedgerLines } from "#app/domain/insight/entry.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { useFormat } from "#app/components/format/use-format.ts";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { PageButtons } from "#app/components/list/page-buttons.tsx";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { COUNTED } from "./counted-words.ts";
import { dayPartWords } from "./day-part-words.ts";
import { ExportButton } from "./export-button.tsx";
import { Figure, Note } from "./figure.tsx";
import { RangePicker } from "./range-picker.tsx";

/** The orders behind a number: what happened, order by order; the lines add up to the sums above them. */
export function LinesPage({ answer }: { answer: LedgerLines }) {
  const { params } = useListAddress();
  const { shop } = useFrame();
  const { slice, label, range, part, sums, lines, next } = answer;
  const counted = countedOf(slice);
  const { number, money, day } = useFormat();
  return (
    <Page
      title={`Orders behind ${inside(slice, label)}${part ? `, ${day(range.from)}, ${dayPartWords(part, shop.timeZone)}` : ""}`}
      subtitle="Each line is what an order added or took back, on the day it did."
      backAction={{ content: "Insights", url: "/app/insights" }}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="400">
            <RangePicker range={range} part={part} />
            <InlineGrid columns={{ xs: 2, md: 3 }} gap="400">
              <Figure label={COUNTED[counted].count} value={number(sums.uses)}>
                <Note>
                  {COUNTED[counted].note(number(sums.redemptions), number(sums.reversals))}
                </Note>
              </Figure>
              <Figure label="Gross revenue" value={money(sums.revenueMinor)} />
              <Figure label="Refunds" value={money(sums.refundMinor)} />
              <Figure label="Net revenue" value={money(sums.netMinor)} />
              <Figure
                label={COUNTED[counted].average}
                value={sums.averageMinor === null ? "–" : money(sums.averageMinor)}
              />
              {hasDiscount(slice) ? (
                <Figure label="Discount cost" value={money(sums.discountMinor)} />
              ) : null}
            </InlineGrid>
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="300">
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="h2" variant="headingMd">
                Orders
              </Text>
              <ExportButton of="orders" query={params.toString()} />
            </InlineStack>
            {lines.length === 0 ? (
              <Text as="p" tone="subdued">
                {`No order in ${part ? "this time" : "these days"}. Choose other days above.`}
              </Text>
            ) : (
              <Lines lines={lines} counted={counted} />
            )}
            <PageButtons of="orders" next={next} />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

/** A label as it goes on in a sentence: names of campaigns, codes and values stay as they are. */
function inside(slice: string, label: string): string {
  return /^(shop|without):/.test(slice) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function Lines({ lines, counted }: { lines: readonly LedgerLine[]; counted: Counted }) {
  const uses = COUNTED[counted].count;
  const { number, money, date } = useFormat();
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">Orders, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col" className="bf-said-in-words">
            When
          </th>
          <th scope="col" className="bf-said-in-words">
            What
          </th>
          <th scope="col" className="bf-said-in-words">
            Codes
          </th>
          <th scope="col">{uses}</th>
          <th scope="col">Revenue</th>
          <th scope="col">Discount</th>
          <th scope="col">Refund</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, order, at, kind, codes, currency, ...line }) => (
          <tr key={id}>
            <th scope="row">
              <OrderLink id={order.id}>{order.name}</OrderLink>
            </th>
            <td data-label="When" className="bf-said-in-words">
              {date(at)}
            </td>
            <td data-label="What" className="bf-said-in-words">
              {LINE_LABELS[counted][kind]}
            </td>
            <td data-label="Codes" className="bf-code bf-said-in-words">
              {codes.join(", ") || "–"}
            </td>
            <td data-label={uses}>{number(line.uses)}</td>
            <td data-label="Revenue">{money(line.revenueMinor, currency)}</td>
            <td data-label="Discount">{money(line.discountMinor, currency)}</td>
            <td data-label="Refund">
              {line.refundMinor === 0 ? "–" : money(line.refundMinor, currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
