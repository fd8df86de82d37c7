import { Link } from "@shopify/polaris";
import type { ReactNode } from "react";
import { CASE_DECISION_LABELS } from "#app/domain/case/case.ts";
import type { DecidedRow } from "#app/domain/calibration/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Props<Row> = {
  caption: string;
  rows: readonly Row[];
  /** Further columns. */
  more?: readonly { label: string; of: (row: Row) => ReactNode }[];
};

/** Decided cases, each leading to its page. */
export function DecidedTable<Row extends DecidedRow>({ caption, rows, more = [] }: Props<Row>) {
  const { percent } = useFormat();
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">Orders</th>
          <th scope="col">Score</th>
          <th scope="col">Decided</th>
          {more.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { id, number, score, decision, orders } = row;
          return (
            <tr key={`${id} ${orders[0]?.id} ${decision}`}>
              <th scope="row">
                {id === null ? (
                  "A flag by itself"
                ) : (
                  <Link url={`/app/review/${id}`}>{`Case ${number}`}</Link>
                )}
              </th>
              <td data-label="Orders">{namesOf(orders)}</td>
              <td data-label="Score">{score === null ? "exact rule" : percent(score)}</td>
              <td data-label="Decided">{CASE_DECISION_LABELS[decision]}</td>
              {more.map(({ label, of }) => (
                <td key={label} data-label={label}>
                  {of(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Of a ring's many orders the first. */
const NAMED = 5;

function namesOf(orders: DecidedRow["orders"]): string {
  const names = orders.slice(0, NAMED).map(({ name }) => name);
  const rest = orders.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ");
}
