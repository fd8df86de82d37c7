import { Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** One way that was tried: what it is called, what it says, and what it came to. */
type TriedWay<Result> = {
  side: "first" | "second";
  label: string;
  said: string;
  result: Result;
};

/** One number of each way. `opens`: the orders it rests on, which it leads to unless there are none. */
export type TriedNumber<Result> =
  | { label: string; of: (way: TriedWay<Result>) => ReactNode; opens?: undefined }
  | {
      label: string;
      of: (way: TriedWay<Result>) => string;
      opens: (way: TriedWay<Result>) => string | null;
    };

type Props<Result> = {
  caption: string;
  /** Above what the numbers are of. */
  head: string;
  ways: readonly TriedWay<Result>[];
  rows: readonly TriedNumber<Result>[];
};

/** What was tried on past orders, number by number. */
export function SideBySide<Result>({ caption, head, ways, rows }: Props<Result>) {
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
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
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {ways.map((way) => (
              <td key={way.side} data-label={way.label}>
                {contentOf(row, way)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function contentOf<Result>(row: TriedNumber<Result>, way: TriedWay<Result>): ReactNode {
  if (!row.opens) return row.of(way);
  const text = row.of(way);
  const url = row.opens(way);
  if (url === null) return text;
  return (
    <Link url={url} accessibilityLabel={`${row.label}: ${text}. See the orders`}>
      {text}
    </Link>
  );
}
