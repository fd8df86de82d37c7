import { Select } from "@shopify/polaris";
import type { FormBinding, SegmentChoice } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FormCard } from "./form-card.tsx";

type Props = { form: FormBinding; segments: readonly SegmentChoice[] };

/** Who can use it. */
export function AudienceCard({ form, segments }: Props) {
  return (
    <FormCard title="Who can use it">
      <Select
        id={fieldId("segmentId")}
        name="segmentId"
        label="Customers"
        options={[
          { value: "", label: "Every customer" },
          ...segments.map(({ id, name }) => ({ value: id, label: `Only ${name}` })),
        ]}
        value={form.values.segmentId}
        error={form.errorOf("segmentId")}
        helpText="Segments come from Customers in your Shopify admin. Shopify knows the segments of signed-in customers only."
        onChange={(value) => form.set("segmentId", value)}
      />
    </FormCard>
  );
}

/** What happens to shoppers who are not signed in. */
export function GuestsCard({ form }: { form: FormBinding }) {
  return (
    <FormCard
      title="Guests"
      intro="Shoppers who check out without signing in. A limit per customer has to know who they are."
    >
      <Choices
        form={form}
        field="guestRule"
        title="Shoppers who are not signed in"
        isTitleHidden
        choices={[
          {
            value: "match",
            label: "Recognise them by e-mail and phone",
            helpText:
              "Whoever used the code before, as a guest or a customer, is counted on. Recommended.",
          },
          {
            value: "sign_in",
            label: "Ask them to sign in",
            helpText: "The code works for signed-in customers only. The strictest choice.",
          },
          {
            value: "allow",
            label: "Let them use it",
            helpText: "Nobody is held up. Orders over the limit are flagged for review afterwards.",
          },
        ]}
      />
    </FormCard>
  );
}
