import { canBePrivate } from "#app/domain/campaign/can-be-private.ts";
import type { FormBinding } from "./binding.ts";
import { Box } from "./box.tsx";
import { Choices } from "./choices.tsx";
import { ConditionsFold } from "./conditions-fold.tsx";
import { CustomerChooser } from "./customer-chooser.tsx";
import { FormCard } from "./form-card.tsx";
import { SegmentsChooser } from "./segments-chooser.tsx";

/** Who may use it: what Shopify itself holds first, then what only the guard can tell. */
export function AudienceCard({ form }: { form: FormBinding }) {
  return (
    <>
      <FormCard title="Who may use it">
        <Choices
          form={form}
          field="audience"
          title="Who may use it"
          isTitleHidden
          choices={[
            { value: "all", label: "Every customer" },
            {
              value: "segment",
              label: "Segments of customers",
              more: (
                <SegmentsChooser
                  form={form}
                  field="segmentIds"
                  label="Add a segment"
                  helpText="Being in one of them is enough. Segments come from Customers in your Shopify admin. Shopify knows the segments of signed-in customers only."
                />
              ),
            },
            {
              value: "customers",
              label: "Chosen customers",
              more: <CustomerChooser form={form} />,
            },
          ]}
        />
        <Box
          form={form}
          field="issuedOnly"
          label="Only people it was issued to"
          helpText="After saving, list these people under “Issued to” on the campaign’s page. Checkout refuses everybody else, and asks guests to sign in, since it knows people by their account."
        />
        {canBePrivate(form.values) ? (
          <Box
            form={form}
            field="isPrivate"
            label="Private code"
            helpText="For people you give it to, as in a newsletter or on a card in the parcel. Checkout cannot tell them from others, so it refuses nobody; an alarm rings when orders come by way of coupon sites."
          />
        ) : null}
      </FormCard>
      <ConditionsFold form={form} />
    </>
  );
}
