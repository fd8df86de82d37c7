import type { ReactNode } from "react";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { useFormat } from "#app/components/format/use-format.ts";

type TriedOrder = { id: string; name: string; placedAt: string; discountMinor: number };

type Props<Row> = {
  rows: readonly Row[];
  currency: string;
  codes: { label: string; of: (row: Row) => string };
  /** Further columns, with what each way makes of an order last. */
  more: readonly { key: string; label: string; of: (row: Row) => ReactNode }[];
};

/** Orders on which something was tried; one may stand there once for each of its codes. */
export function TriedOrders<Row extends TriedOrder>({ rows, currency, codes, more }: Props<Row>) {
  const { money, date } = useFormat();
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">Orders, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Placed</th>
          <th scope="col">{codes.label}</th>
          <th scope="col">Discount</th>
          {more.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.id} ${codes.of(row)}`}>
            <th scope="row">
              <OrderLink id={row.id}>{row.name}</OrderLink>
            </th>
            <td data-label="Placed">{date(row.placedAt)}</td>
            <td data-label={codes.label} className="bf-code">
              {codes.of(row) || "–"}
            </td>
            <td data-label="Discount">{money(row.discountMinor, currency)}</td>
            {more.map(({ key, label, of }) => (
              <td key={key} data-label={label}>
                {of(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
