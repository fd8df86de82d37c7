import { BlockStack, Select } from "@shopify/polaris";
import type { CampaignField } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { ChosenList } from "./chosen-list.tsx";
import { idsIn, idsText } from "./ids.ts";

type Props = { form: FormBinding; field: CampaignField; label: string; helpText?: string };

/** Segments, added one at a time from the shop’s list. */
export function SegmentsChooser({ form, field, label, helpText }: Props) {
  const { segments } = form.choices;
  const ids = idsIn(form.values[field]);
  const nameOf = (id: string) => segments.find((each) => each.id === id)?.name ?? `Segment ${id}`;
  return (
    <BlockStack gap="200">
      <input type="hidden" name={field} value={form.values[field]} />
      <ChosenList
        label={label}
        items={ids.map((id) => ({
          id,
          name: nameOf(id),
          onRemove: () => form.set(field, idsText(ids.filter((each) => each !== id))),
        }))}
      />
      <Select
        id={fieldId(field)}
        label={label}
        options={[
          { value: "", label: "Choose a segment" },
          ...segments
            .filter(({ id }) => !ids.includes(id))
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value=""
        error={form.errorOf(field)}
        {...(helpText ? { helpText } : {})}
        onChange={(id) => form.set(field, idsText([...ids, id].filter((each) => each !== "")))}
      />
    </BlockStack>
  );
}
