import { BlockStack, Text } from "@shopify/polaris";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { formatCombines } from "#app/components/format/terms.ts";
import type { FormBinding } from "./binding.ts";
import { Box } from "./box.tsx";
import { FoldedCard } from "./folded-card.tsx";

const OTHERS = [
  { field: "combinesProduct", label: "Discounts on products" },
  { field: "combinesOrder", label: "Discounts on the order" },
  { field: "combinesShipping", label: "Discounts on shipping" },
] as const;

/** Which other discounts it goes together with. */
export function CombinesCard({ form }: { form: FormBinding }) {
  const { offerKind } = form.values;
  // Shopify allows one discount on shipping. A tick that is there already stays to be taken away.
  const offered = OTHERS.filter(
    ({ field }) =>
      field !== "combinesShipping" ||
      offerKind !== "free_shipping" ||
      form.values.combinesShipping === "on",
  );
  const isUsual = OTHERS.every(({ field }) => form.initial[field] !== "on");
  return (
    <FoldedCard
      title="Combinations"
      summary={combinesText(form.values)}
      isOpen={!isUsual || form.errorOf("combinesShipping") !== false}
    >
      <BlockStack gap="300">
        <Text as="p" tone="subdued">
          Both discounts have to allow it, and Shopify decides by kind.
        </Text>
        {offered.map(({ field, label }) => (
          <Box key={field} form={form} field={field} label={label} />
        ))}
        {offerKind === "free_shipping" ? (
          <Text as="p" tone="subdued">
            Free shipping cannot be combined with another discount on shipping.
          </Text>
        ) : null}
      </BlockStack>
    </FoldedCard>
  );
}

export function combinesText(form: CampaignForm): string {
  return formatCombines({
    product: form.combinesProduct === "on",
    order: form.combinesOrder === "on",
    shipping: form.combinesShipping === "on",
  });
}
