import { Box, Text } from "@shopify/polaris";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** How many there are in all, below the page of them. Announced when a filter changes it. */
export function ListCount({ total, one, many }: { total: number; one: string; many: string }) {
  const { number } = useFormat();
  return (
    <Box padding="300">
      <div role="status">
        <Text as="p" variant="bodySm" tone="subdued" alignment="center">
          {`${number(total)} ${plural(total, one, many)}`}
        </Text>
      </div>
    </Box>
  );
}
