import type { FormBinding } from "./binding.ts";
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
      </FormCard>
      <ConditionsFold form={form} />
    </>
  );
}
