import { Link, Text } from "@shopify/polaris";
import type { DimensionRow } from "#app/domain/insight/by-dimension.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Props = { field: string; label: string; rows: readonly DimensionRow[] };

/** One row a value: how often its codes were used and what that came to. The bar repeats the share beside it. */
export function DimensionTable({ field, label, rows }: Props) {
  const { number, money, percent } = useFormat();
  const uses = rows.reduce((sum, row) => sum + row.uses, 0);
  const share = (row: DimensionRow) => (uses > 0 ? Math.max(0, row.uses) / uses : 0);
  return (
    <>
      {uses === 0 ? (
        <Text as="p" tone="subdued">
          No code was used in these days. The numbers appear here with the first order.
        </Text>
      ) : null}
      <table className="bf-numbers">
        <caption className="bf-unseen">{`Numbers by ${label}`}</caption>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">Redemptions</th>
            <th scope="col">Share</th>
            <th scope="col">Net revenue</th>
            <th scope="col">Discount</th>
            <th scope="col">Refunds</th>
            <th scope="col">Codes</th>
            <th scope="col">Campaigns</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.value ?? ""}>
              <th scope="row">
                {row.value === null ? (
                  row.label
                ) : (
                  <Link url={codesUrl(field, row.value)}>{row.label}</Link>
                )}
              </th>
              <td data-label="Redemptions">
                {number(row.uses)}
                {row.reversals > 0 ? (
                  <Text as="p" variant="bodySm" tone="subdued">
                    {`${number(row.redemptions)}, ${number(row.reversals)} freed again`}
                  </Text>
                ) : null}
              </td>
              <td data-label="Share">
                {uses > 0 ? percent(share(row)) : "–"}
                <div className="bf-share" aria-hidden="true">
                  <span style={{ width: `${Math.round(share(row) * 100)}%` }} />
                </div>
              </td>
              <td data-label="Net revenue">{money(row.revenueMinor - row.refundMinor)}</td>
              <td data-label="Discount">{money(row.discountMinor)}</td>
              <td data-label="Refunds">{money(row.refundMinor)}</td>
              <td data-label="Codes">{number(row.codes)}</td>
              <td data-label="Campaigns">{number(row.campaigns)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The codes whose names say it. */
function codesUrl(field: string, value: string): string {
  return `/app/codes?${new URLSearchParams({ part: `${field}:${value}` })}`;
}
