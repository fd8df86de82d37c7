import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { LIMIT_ROWS } from "#app/domain/campaign/form.ts";
import { useLimitRows } from "./use-limit-rows.ts";
import type { FormBinding } from "./binding.ts";
import { FormCard } from "./form-card.tsx";
import { GroupsChoice } from "./groups-choice.tsx";
import { LimitRowFields } from "./limit-row-fields.tsx";
import { TextInput } from "./text-input.tsx";

/** How often it can be used: by one customer, with as many limits as hold together, and by all together. */
export function LimitsCard({ form }: { form: FormBinding }) {
  const { shown, add, remove } = useLimitRows(form);
  return (
    <FormCard title="Limits" intro="Held at checkout. Where there are several, the strictest wins.">
      {shown === 0 ? (
        <Text as="p">Each customer can use it as often as they like.</Text>
      ) : (
        LIMIT_ROWS.slice(0, shown).map((row, index) => (
          <LimitRowFields
            key={row[0]}
            form={form}
            row={row}
            number={index + 1}
            onRemove={() => remove(index)}
          />
        ))
      )}
      <InlineStack gap="300" blockAlign="center">
        <Button icon={PlusIcon} disabled={shown >= LIMIT_ROWS.length} onClick={add}>
          Add a limit per customer
        </Button>
        <Text as="span" tone="subdued">
          {`Up to ${LIMIT_ROWS.length}. `}
          <Link url="/app/settings/seasons">Seasons</Link> and{" "}
          <Link url="/app/settings/groups">groups</Link> are made in Settings.
        </Text>
      </InlineStack>
      <GroupsChoice form={form} />
      <BlockStack>
        <TextInput
          form={form}
          field="totalCap"
          label="All customers together can use it"
          suffix="times"
          inputMode="numeric"
          helpText="When this many orders have used it, the campaign is used up. Leave it empty for no limit."
        />
      </BlockStack>
    </FormCard>
  );
}
