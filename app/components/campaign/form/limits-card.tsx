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
export function LimitsCard({ form, currency }: { form: FormBinding; currency: string }) {
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
      <BlockStack gap="300">
        <TextInput
          form={form}
          field="customerCap"
          label="Most it takes off for one customer"
          suffix={currency}
          inputMode="decimal"
          helpText="When its discounts on a customer’s orders reach this, checkout refuses them the code, until a refund. The order that reaches it still goes through. Counts as one of the limits. Leave it empty for no limit."
        />
        <TextInput
          form={form}
          field="householdLimit"
          label="One household can use it"
          suffix="times"
          inputMode="numeric"
          helpText="People who live together, as far as their orders tell; counted like the first limit per customer. Checkout cannot know households: orders beyond this are flagged for review. Leave it empty for no limit."
        />
        <TextInput
          form={form}
          field="totalCap"
          label="All customers together can use it"
          suffix="times"
          inputMode="numeric"
          helpText={
            form.values.codeKind === "public"
              ? "When this many orders have used it, the campaign is used up. Leave it empty for no limit."
              : "When this many orders have used any of its codes, the campaign is paused. Leave it empty for no limit."
          }
        />
        <TextInput
          form={form}
          field="spendCap"
          label="Most it takes off in all"
          suffix={currency}
          inputMode="decimal"
          helpText="When the discounts given add up to this, less cancelled and refunded orders, the campaign is paused. Orders completed before Shopify has been told, a few seconds later, are still let through. Leave it empty for no limit."
        />
      </BlockStack>
    </FormCard>
  );
}
