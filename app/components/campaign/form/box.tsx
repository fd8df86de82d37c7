import { Checkbox } from "@shopify/polaris";
import type { CampaignField } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";

type Props = { form: FormBinding; field: CampaignField; label: string; helpText?: string };

/** A box of the form, bound by its name: "on" when ticked. */
export function Box({ form, field, label, helpText }: Props) {
  return (
    <Checkbox
      id={fieldId(field)}
      name={field}
      value="on"
      label={label}
      {...(helpText ? { helpText } : {})}
      checked={form.values[field] === "on"}
      error={form.errorOf(field)}
      onChange={(isTicked) => form.set(field, isTicked ? "on" : "")}
    />
  );
}
