import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FoldedCard } from "./folded-card.tsx";
import { TextInput } from "./text-input.tsx";

/** What has to be in the cart before the code works. */
export function MinimumCard({ form, currency }: { form: FormBinding; currency: string }) {
  const hasProblem = form.errorOf("minimumSubtotal") || form.errorOf("minimumQuantity");
  return (
    <FoldedCard
      title="Minimum purchase"
      summary={minimumText(form.values, currency)}
      isOpen={form.initial.minimum !== "none" || hasProblem !== false}
    >
      <Choices
        form={form}
        field="minimum"
        title="Minimum purchase"
        isTitleHidden
        choices={[
          { value: "none", label: "None" },
          {
            value: "subtotal",
            label: "An amount",
            more: (
              <TextInput
                form={form}
                field="minimumSubtotal"
                label="At least"
                suffix={currency}
                inputMode="decimal"
                helpText={countedOn(form.values)}
              />
            ),
          },
          {
            value: "quantity",
            label: "A number of items",
            more: (
              <TextInput
                form={form}
                field="minimumQuantity"
                label="At least"
                suffix="items"
                inputMode="numeric"
                helpText={countedOn(form.values)}
              />
            ),
          },
        ]}
      />
    </FoldedCard>
  );
}

function countedOn({ items, offerKind }: CampaignForm): string {
  return items === "all" || offerKind === "free_shipping"
    ? "Everything in the cart counts, before shipping."
    : "Only what the code is on counts.";
}

export function minimumText({ minimum, ...form }: CampaignForm, currency: string): string {
  if (minimum === "subtotal") return `At least ${form.minimumSubtotal.trim() || "…"} ${currency}`;
  if (minimum === "quantity") return `At least ${form.minimumQuantity.trim() || "…"} items`;
  return "None";
}
