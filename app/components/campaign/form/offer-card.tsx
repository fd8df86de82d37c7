import type { FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FormCard } from "./form-card.tsx";
import { ItemsChoice } from "./items-choice.tsx";
import { ShippingTerms } from "./shipping-terms.tsx";
import { TextInput } from "./text-input.tsx";

/** What the code takes off, and off what. */
export function OfferCard({ form, currency }: { form: FormBinding; currency: string }) {
  const { offerKind } = form.values;
  return (
    <FormCard
      title="Offer"
      {...(form.isExisting
        ? { intro: "The kind of offer cannot change once codes are out. All else of it can." }
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
            label: "A percentage",
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
            label: "An amount",
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
          {
            value: "free_shipping",
            label: "The shipping costs",
            more: <ShippingTerms form={form} currency={currency} />,
          },
          {
            value: "buy_x_get_y",
            label: "Buy X, get Y",
            // Explains a choice: where none is left to make, it would only be grey.
            ...(form.isExisting
              ? {}
              : { helpText: "Something free or cheaper with what they buy." }),
          },
        ]}
      />
      {offerKind === "percentage" || offerKind === "fixed_amount" ? (
        <ItemsChoice form={form} />
      ) : null}
    </FormCard>
  );
}
