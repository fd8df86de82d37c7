import { BlockStack, FormLayout } from "@shopify/polaris";
import type { CampaignField } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { Box } from "./box.tsx";
import { Choices } from "./choices.tsx";
import { FoldedCard } from "./folded-card.tsx";
import { conditionsSummary } from "./form-summary.ts";
import { SegmentsChooser } from "./segments-chooser.tsx";
import { TextInput } from "./text-input.tsx";

const FIELDS: readonly CampaignField[] = [
  "customerKind",
  "signedIn",
  "allSegmentIds",
  "noneSegmentIds",
  "allTags",
  "anyTags",
  "noneTags",
];

/** What more is asked of a customer. Whoever cannot show it as a guest is asked to sign in. */
export function ConditionsFold({ form }: { form: FormBinding }) {
  const { initial, errorOf } = form;
  const isOpen = FIELDS.some(
    (field) => errorOf(field) !== false || !["", "everyone"].includes(initial[field]),
  );
  return (
    <FoldedCard
      title="More conditions"
      summary={conditionsSummary(form.values) || "None"}
      isOpen={isOpen}
    >
      <Choices
        form={form}
        field="customerKind"
        title="New and returning customers"
        choices={[
          { value: "everyone", label: "Everyone" },
          { value: "new", label: "New customers only", helpText: "They have no order yet." },
          {
            value: "returning",
            label: "Returning customers only",
            helpText: "They have ordered before.",
          },
        ]}
      />
      <Box
        form={form}
        field="signedIn"
        label="Signed in only"
        helpText="An e-mail address of a customer, typed by somebody, is not enough."
      />
      <BlockStack gap="300">
        <SegmentsChooser
          form={form}
          field="allSegmentIds"
          label="Has to be in all of these segments"
        />
        <SegmentsChooser
          form={form}
          field="noneSegmentIds"
          label="May be in none of these segments"
        />
      </BlockStack>
      <FormLayout>
        <TextInput
          form={form}
          field="allTags"
          label="Has to have all of these tags"
          placeholder="vip, wholesale"
          helpText="Tags of customers, with commas between."
        />
        <TextInput
          form={form}
          field="anyTags"
          label="Has to have one of these tags"
          helpText="With segments above, either is enough."
        />
        <TextInput form={form} field="noneTags" label="May have none of these tags" />
      </FormLayout>
    </FoldedCard>
  );
}
