import type { TextFieldProps } from "@shopify/polaris";
import { TextField } from "@shopify/polaris";
import type { CampaignField } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";

type Props = { form: FormBinding; field: CampaignField; label: string } & Partial<
  Pick<
    TextFieldProps,
    | "type"
    | "prefix"
    | "suffix"
    | "helpText"
    | "inputMode"
    | "disabled"
    | "maxLength"
    | "requiredIndicator"
    | "connectedRight"
    | "placeholder"
    | "min"
    | "spellCheck"
    | "clearButton"
    | "onClearButtonClick"
  >
>;

/** A text field of the form, bound by its name: value, change and error are always the field's own. */
export function TextInput({ form, field, label, ...rest }: Props) {
  return (
    <TextField
      {...rest}
      id={fieldId(field)}
      name={field}
      label={label}
      autoComplete="off"
      value={form.values[field]}
      error={form.errorOf(field)}
      onChange={(value) => form.set(field, value)}
    />
  );
}
