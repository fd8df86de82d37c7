import type { FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FormCard } from "./form-card.tsx";
import { TextInput } from "./text-input.tsx";

/** What the code takes off. */
export function OfferCard({ form, currency }: { form: FormBinding; currency: string }) {
  return (
    <FormCard
      title="Offer"
      {...(form.isExisting
        ? {
            intro: "The kind of offer cannot change once codes are out. How much it takes off can.",
          }
        : {})}
    >
      <Choices
        form={form}
        field="offerKind"
        title="What the code takes off"
        isFixed={form.isExisting}
        choices={[
          {
            value: "percentage",
            label: "A percentage of the order",
            more: (
              <TextInput
                form={form}
                field="percentage"
                label="Percentage"
                suffix="%"
                inputMode="decimal"
              />
            ),
          },
          {
            value: "fixed_amount",
            label: "An amount off the order",
            more: (
              <TextInput
                form={form}
                field="amount"
                label="Amount"
                suffix={currency}
                inputMode="decimal"
              />
            ),
          },
          { value: "free_shipping", label: "The shipping costs" },
        ]}
      />
    </FormCard>
  );
}
