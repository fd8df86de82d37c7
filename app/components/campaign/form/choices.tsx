import { ChoiceList } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { CampaignField } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";

type Choice = {
  value: string;
  label: string;
  helpText?: string;
  /** What more there is to say once this is chosen. */
  more?: ReactNode;
};

type Props = {
  form: FormBinding;
  field: CampaignField;
  title: string;
  isTitleHidden?: boolean;
  isFixed?: boolean;
  choices: readonly Choice[];
};

/** One of several, each with its explanation. */
export function Choices({ form, field, title, isTitleHidden, isFixed, choices }: Props) {
  const error = form.errorOf(field);
  return (
    <div id={fieldId(field)} tabIndex={-1}>
      <ChoiceList
        title={title}
        titleHidden={isTitleHidden ?? false}
        name={field}
        disabled={isFixed ?? false}
        selected={[form.values[field]]}
        onChange={([value]) => form.set(field, value ?? "")}
        choices={choices.map(({ value, label, helpText, more }) => ({
          value,
          label,
          ...(helpText ? { helpText } : {}),
          ...(more ? { renderChildren: (isSelected: boolean) => isSelected && more } : {}),
        }))}
        {...(error ? { error } : {})}
      />
    </div>
  );
}
