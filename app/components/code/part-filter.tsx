import { BlockStack, Select } from "@shopify/polaris";
import { useState } from "react";
import type { CodeFilter, DimensionChoice } from "#app/domain/code/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Props = {
  dimensions: readonly DimensionChoice[];
  chosen: CodeFilter["dimension"];
  onChoose: (dimension: CodeFilter["dimension"]) => void;
};

/** A part of the name, then one of the values it has in this shop. */
export function PartFilter({ dimensions, chosen, onChoose }: Props) {
  const { number } = useFormat();
  const [opened, setOpened] = useState(chosen?.field ?? "");
  const dimension = dimensions.find(({ field }) => field === opened);
  return (
    <BlockStack gap="200">
      <Select
        label="Part of the name"
        options={[
          { value: "", label: "Choose a part" },
          ...dimensions.map(({ field, label }) => ({ value: field, label: upperFirst(label) })),
        ]}
        value={opened}
        onChange={(field) => {
          setOpened(field);
          if (chosen && chosen.field !== field) onChoose(null);
        }}
      />
      {dimension ? (
        <Select
          label="Value"
          options={[
            { value: "", label: "Any value" },
            ...dimension.values.map(({ value, label, names }) => ({
              value,
              label: `${label} (${number(names)})`,
            })),
          ]}
          value={chosen?.field === opened ? chosen.value : ""}
          onChange={(value) => onChoose(value ? { field: opened, value } : null)}
        />
      ) : null}
    </BlockStack>
  );
}

/** "Season: Summer", or as the address has it where the shop no longer has such a part. */
export function partLabel(
  { field, value }: { field: string; value: string },
  dimensions: readonly DimensionChoice[],
): string {
  const dimension = dimensions.find((known) => known.field === field);
  const known = dimension?.values.find((one) => one.value === value);
  return `${upperFirst(dimension?.label ?? field)}: ${known?.label ?? value}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
