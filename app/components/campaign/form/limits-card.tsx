import { FormLayout, Select } from "@shopify/polaris";
import { LIMIT_WINDOWS } from "#app/domain/policy/limit.ts";
import { WINDOW_LABELS } from "#app/components/format/offer.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { FormCard } from "./form-card.tsx";
import { TextInput } from "./text-input.tsx";

/** How often it can be used, by one customer and by all together. */
export function LimitsCard({ form }: { form: FormBinding }) {
  const isLimited = form.values.perCustomer.trim() !== "";
  return (
    <FormCard title="Limits" intro="Leave a field empty for no limit.">
      <FormLayout>
        <FormLayout.Group>
          <TextInput
            form={form}
            field="perCustomer"
            label="Each customer can use it"
            suffix={form.values.perCustomer.trim() === "1" ? "time" : "times"}
            inputMode="numeric"
            helpText="Held at checkout across all codes of this campaign."
          />
          <Select
            id={fieldId("limitWindow")}
            name="limitWindow"
            label="Counted"
            disabled={!isLimited}
            options={LIMIT_WINDOWS.map((value) => ({ value, label: WINDOW_LABELS[value] }))}
            value={form.values.limitWindow}
            error={form.errorOf("limitWindow")}
            helpText="By your shop’s calendar."
            onChange={(value) => form.set("limitWindow", value)}
          />
        </FormLayout.Group>
        <TextInput
          form={form}
          field="totalCap"
          label="All customers together can use it"
          suffix="times"
          inputMode="numeric"
          helpText="When this many orders have used it, the campaign is used up."
        />
      </FormLayout>
    </FormCard>
  );
}
