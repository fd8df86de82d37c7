import { Select } from "@shopify/polaris";
import type { FormBinding, SegmentChoice } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { CustomerChooser } from "./customer-chooser.tsx";
import { FormCard } from "./form-card.tsx";

type Props = { form: FormBinding; segments: readonly SegmentChoice[] };

/** Who can use it. */
export function AudienceCard({ form, segments }: Props) {
  return (
    <FormCard title="Who can use it">
      <Choices
        form={form}
        field="audience"
        title="Who can use it"
        isTitleHidden
        choices={[
          { value: "all", label: "Every customer" },
          {
            value: "segment",
            label: "A segment of customers",
            more: <SegmentSelect form={form} segments={segments} />,
          },
          {
            value: "customers",
            label: "Chosen customers",
            more: <CustomerChooser form={form} />,
          },
        ]}
      />
    </FormCard>
  );
}

function SegmentSelect({ form, segments }: Props) {
  return (
    <Select
      id={fieldId("segmentId")}
      name="segmentId"
      label="Segment"
      options={[
        { value: "", label: "Choose a segment" },
        ...segments.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={form.values.segmentId}
      error={form.errorOf("segmentId")}
      helpText="Segments come from Customers in your Shopify admin. Shopify knows the segments of signed-in customers only."
      onChange={(value) => form.set("segmentId", value)}
    />
  );
}
