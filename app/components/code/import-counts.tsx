import { BlockStack, Card, List, Text } from "@shopify/polaris";
import type { ImportSummary } from "#app/domain/code/import.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** How many codes there are, the first of them, and what conventions make of them. */
export function ImportCounts({ summary }: { summary: ImportSummary }) {
  const { number } = useFormat();
  const { good, bad, rows, sample, conventions, header } = summary;
  const explained = conventions.filter(({ codes }) => codes > 0);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What was read
        </Text>
        <Text as="p">
          {`${number(good)} of ${number(rows)} ${plural(rows, "row", "rows")} can be used${bad > 0 ? `, ${number(bad)} cannot` : ""}.`}
        </Text>
        {header ? (
          <Text as="p" breakWord>
            {`Line ${number(header.line)} was taken as the header; codes are in column ${header.column}${header.title === "" ? "" : ` (“${header.title}”)`}.`}
          </Text>
        ) : null}
        {sample.length > 0 ? (
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              {sample.length < good ? "The first codes" : "The codes"}
            </Text>
            <ul className="bf-list">
              {sample.map((code) => (
                <li key={code} className="bf-code">
                  {code}
                </li>
              ))}
            </ul>
          </BlockStack>
        ) : null}
        {good > 0 ? (
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              What their names say
            </Text>
            {explained.length > 0 ? (
              <List>
                {explained.map(({ name, codes }) => (
                  <List.Item key={name}>
                    {`${name} explains ${number(codes)} of ${number(good)}.`}
                  </List.Item>
                ))}
              </List>
            ) : (
              <Text as="p" tone="subdued">
                No naming convention explains them. They work all the same, but reports cannot group
                them by parts of their names.
              </Text>
            )}
          </BlockStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}
