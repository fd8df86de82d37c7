import { Box, Text } from "@shopify/polaris";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Props = {
  total: number;
  one: string;
  many: string;
  /** Where counting stopped: a total above it is “more than” this. */
  countedUpTo?: number;
};

/** How many there are in all, below the page of them. Announced when a filter changes it. */
export function ListCount({ total, one, many, countedUpTo = Infinity }: Props) {
  const { number } = useFormat();
  const text =
    total > countedUpTo
      ? `More than ${number(countedUpTo)} ${many}`
      : `${number(total)} ${plural(total, one, many)}`;
  return (
    <Box padding="300">
      <div role="status">
        <Text as="p" variant="bodySm" tone="subdued" alignment="center">
          {text}
        </Text>
      </div>
    </Box>
  );
}
