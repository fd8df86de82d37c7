import { BlockStack, Button, InlineError } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { CampaignField } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";

type Props = {
  form: FormBinding;
  /** Where the ids are kept; the first is where what is wrong is said. */
  fields: readonly [CampaignField, ...CampaignField[]];
  button: string;
  onChoose: () => void;
  children: ReactNode;
};

/** A list of what was chosen with the button that opens Shopify's own dialog. The ids are posted as any field is. */
export function Chooser({ form, fields, button, onChoose, children }: Props) {
  const [main] = fields;
  const error = fields.map((field) => form.errorOf(field)).find((each) => each !== false) ?? false;
  return (
    <div id={fieldId(main)} tabIndex={-1}>
      <BlockStack gap="200" inlineAlign="start">
        {fields.map((field) => (
          <input key={field} type="hidden" name={field} value={form.values[field]} />
        ))}
        {children}
        <Button onClick={onChoose}>{button}</Button>
        {error ? <InlineError message={error} fieldID={fieldId(main)} /> : null}
      </BlockStack>
    </div>
  );
}
