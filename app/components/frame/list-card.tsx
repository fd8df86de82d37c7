import { Box, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = {
  /** What will appear here, and the first step. */
  empty: string;
  items: readonly { key: string; row: ReactNode }[];
};

/** A short list without pages, each entry in a row of its own. */
export function ListCard({ empty, items }: Props) {
  return (
    <Card padding="0">
      {items.length === 0 ? (
        <Box padding="400">
          <Text as="p" tone="subdued">
            {empty}
          </Text>
        </Box>
      ) : (
        <ul className="bf-list">
          {items.map(({ key, row }) => (
            <li key={key}>
              <Box padding="400">{row}</Box>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
