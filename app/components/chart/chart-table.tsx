import { Link } from "@shopify/polaris";

type Props = {
  /** Of the chart's caption. */
  labelledBy: string;
  heads: readonly string[];
  rows: readonly { name: string; url: string | null; cells: readonly string[] }[];
};

/** The numbers of a chart, for whoever cannot see or point at it: each row opens the orders behind it. */
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
          {rows.map(({ name, url, cells }, at) => (
            <tr key={`${at} ${name}`}>
              <th scope="row">
                {url === null ? (
                  name
                ) : (
                  <Link url={url} accessibilityLabel={`${name}: see the orders`}>
                    {name}
                  </Link>
                )}
              </th>
              {cells.map((cell, column) => (
                <td key={heads[column + 1]} data-label={heads[column + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
