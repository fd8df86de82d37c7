import { Link } from "@shopify/polaris";

type Props = {
  /** Of the chart's caption. */
  labelledBy: string;
  heads: readonly string[];
  rows: readonly { name: string; cells: readonly Cell[] }[];
};

/** `url`: where the orders behind a number are; none where nothing happened. */
export type Cell = { text: string; url: string | null };

/** The numbers of a chart, for whoever cannot see or point at it: each opens the orders behind it. */
export function ChartTable({ labelledBy, heads, rows }: Props) {
  return (
    <details className="bf-more">
      <summary>The numbers as a table</summary>
      <table className="bf-numbers" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }, at) => (
            <tr key={`${at} ${name}`}>
              <th scope="row">{name}</th>
              {cells.map(({ text, url }, column) => (
                <td key={heads[column + 1]} data-label={heads[column + 1]}>
                  {url === null ? (
                    text
                  ) : (
                    <Link
                      url={url}
                      accessibilityLabel={`${heads[column + 1]}, ${name}: ${text}. See the orders`}
                    >
                      {text}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
