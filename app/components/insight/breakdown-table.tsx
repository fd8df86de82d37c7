import { Form } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import type { Breakdown, BreakdownRow } from "#app/domain/insight/breakdown.ts";
import { MOST_COMPARED } from "#app/domain/insight/comparison.ts";
import { isNothing } from "#app/domain/insight/figures.ts";
import { countedOf, sliceText, withoutField } from "#app/domain/insight/slice.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { Change } from "./change.tsx";
import { COUNTED } from "./counted-words.ts";
import { linesUrl } from "./lines-url.ts";

type Props = { breakdown: Breakdown; label: string };

/**
 * One row a value: how often its codes were used and what that came to, with the days before. The bar repeats the share
 * beside it. Rows can be chosen to be compared; a plain form does, so that their addresses can be shared.
 */
export function BreakdownTable({ breakdown, label }: Props) {
  const { grain, rows, range, total } = breakdown;
  const words = COUNTED[countedOf(`${grain}:`)];
  if (rows.length === 0)
    return (
      <Text as="p" tone="subdued">
        {total.now.uses === 0 ? UNUSED : (NO_ROWS[grain] ?? NO_ROWS.other)}
      </Text>
    );
  const hasCampaigns = rows.some(({ campaigns }) => campaigns !== null);
  return (
    <Form method="get" action="/app/insights/compare">
      <input type="hidden" name="from" value={range.from} />
      <input type="hidden" name="to" value={range.to} />
      <BlockStack gap="300">
        {total.now.uses === 0 ? (
          <Text as="p" tone="subdued">
            {UNUSED}
          </Text>
        ) : null}
        <table className="bf-numbers">
          <caption className="bf-unseen">{`Numbers by ${label}`}</caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              <th scope="col">{words.count}</th>
              <th scope="col">Share</th>
              <th scope="col">Net revenue</th>
              <th scope="col">{words.average}</th>
              <th scope="col">Discount</th>
              {hasCampaigns ? <th scope="col">Campaigns</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.value ?? ""}
                row={row}
                slice={row.value === null ? null : `${grain}:${row.value}`}
                breakdown={breakdown}
                hasCampaigns={hasCampaigns}
              />
            ))}
          </tbody>
        </table>
        <InlineStack gap="300" blockAlign="center">
          <Button submit>Compare chosen</Button>
          <Text as="span" variant="bodySm" tone="subdued">
            {`Choose up to ${MOST_COMPARED}.`}
          </Text>
        </InlineStack>
      </BlockStack>
    </Form>
  );
}

const UNUSED = "No code was used in these days. The numbers appear here with the first order.";

/** Said where codes were used, but none of what the numbers are by. */
const NO_ROWS: Record<string, string> & { other: string } = {
  segment: "No campaign that is for a customer segment was used in these days.",
  channel_coded: "Of no order with a code in these days is it known where it was placed.",
  other: "Nothing in these days.",
};

type RowProps = {
  row: BreakdownRow;
  slice: string | null;
  breakdown: Breakdown;
  hasCampaigns: boolean;
};

function Row({ row, slice, breakdown, hasCampaigns }: RowProps) {
  const { number, money, percent } = useFormat();
  const { label, now, then, campaigns } = row;
  const words = COUNTED[countedOf(`${breakdown.grain}:`)];
  const all = breakdown.rows.reduce((sum, each) => sum + Math.max(0, each.now.uses), 0);
  const share = all > 0 ? Math.max(0, now.uses) / all : 0;
  const behind = slice ?? sliceText(withoutField(breakdown.grain.slice("dimension:".length)));
  const url = isNothing(now) ? undefined : linesUrl(behind, breakdown.range);
  const urlThen = isNothing(then) ? undefined : linesUrl(behind, breakdown.before);
  const see = (text: string) => (url ? <Link url={url}>{text}</Link> : text);
  return (
    <tr>
      <th scope="row">
        {slice ? (
          <label className="bf-choose">
            <input type="checkbox" name="slice" value={slice} /> {label}
          </label>
        ) : (
          label
        )}
      </th>
      <td data-label={words.count}>
        {see(number(now.uses))}
        <Change now={now.uses} then={then.uses} say={number} url={urlThen} />
        {now.reversals > 0 ? (
          <Text as="p" variant="bodySm" tone="subdued">
            {words.note(number(now.redemptions), number(now.reversals))}
          </Text>
        ) : null}
      </td>
      <td data-label="Share">
        {all > 0 ? percent(share) : "–"}
        <div className="bf-share" aria-hidden="true">
          <span style={{ width: `${Math.round(share * 100)}%` }} />
        </div>
      </td>
      <td data-label="Net revenue">
        {see(money(now.netMinor))}
        <Change now={now.netMinor} then={then.netMinor} say={money} url={urlThen} />
      </td>
      <td data-label={words.average}>
        {now.averageMinor === null ? "–" : see(money(now.averageMinor))}
      </td>
      <td data-label="Discount">{see(money(now.discountMinor))}</td>
      {hasCampaigns ? (
        <td data-label="Campaigns">{campaigns === null ? "–" : number(campaigns)}</td>
      ) : null}
    </tr>
  );
}
