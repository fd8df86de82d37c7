import { FormLayout } from "@shopify/polaris";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import type { FormBinding } from "./binding.ts";
import { FormCard } from "./form-card.tsx";
import { TextInput } from "./text-input.tsx";

/** When it can be used. */
export function DatesCard({ form }: { form: FormBinding }) {
  const { shop } = useFrame();
  return (
    <FormCard title="When" intro={`Times are your shop’s: ${shop.timeZone.replaceAll("_", " ")}.`}>
      <FormLayout>
        <FormLayout.Group>
          <TextInput
            form={form}
            field="startsAt"
            label="Starts"
            type="datetime-local"
            requiredIndicator
          />
          <TextInput
            form={form}
            field="endsAt"
            label="Ends"
            type="datetime-local"
            helpText="Leave empty for no end."
            min={form.values.startsAt}
            clearButton={form.values.endsAt !== ""}
            onClearButtonClick={() => form.set("endsAt", "")}
          />
        </FormLayout.Group>
      </FormLayout>
    </FormCard>
  );
}
