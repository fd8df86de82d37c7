import { BlockStack, Button, FormLayout, InlineStack, Select, Text } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import type { LimitRow } from "#app/domain/campaign/form.ts";
import { groupIdOf } from "#app/domain/campaign/limit.ts";
import { LIMIT_WINDOWS } from "#app/domain/policy/limit.ts";
import { WINDOW_LABELS } from "#app/components/format/offer.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { daysToldHint } from "./days-told.ts";
import { TextInput } from "./text-input.tsx";

type Props = { form: FormBinding; row: LimitRow; number: number; onRemove: () => void };

/** “N uses per customer per window, counted over …”. */
export function LimitRowFields({ form, row, number, onRemove }: Props) {
  const [times, window, days, first, last, counter] = row;
  const { choices, values } = form;
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center">
        <Text as="h3" variant="headingSm">{`Limit ${number}`}</Text>
        <Button
          variant="tertiary"
          icon={DeleteIcon}
          accessibilityLabel={`Remove limit ${number}`}
          onClick={onRemove}
        />
      </InlineStack>
      <FormLayout>
        <FormLayout.Group>
          <TextInput
            form={form}
            field={times}
            label="Each customer can use it"
            suffix={values[times].trim() === "1" ? "time" : "times"}
            inputMode="numeric"
            helpText={daysToldHint(values[times], values[window])}
          />
          <Choice
            form={form}
            field={window}
            label="Counted"
            options={[
              ...LIMIT_WINDOWS.map((value) => ({ value, label: WINDOW_LABELS[value] })),
              { value: "rolling", label: "within the last … days" },
              { value: "period", label: "between two days" },
              ...choices.seasons.map(({ key, name }) => ({
                value: `season:${key}`,
                label: `in each ${name}`,
              })),
            ]}
          />
          <Choice
            form={form}
            field={counter}
            label="Counted over"
            options={[
              { value: "campaign", label: "all codes of this campaign" },
              { value: "code", label: "each code by itself" },
              ...choices.groups.map(({ number: group, name }) => ({
                value: groupIdOf(group),
                label: `all campaigns of ${name}`,
              })),
            ]}
          />
        </FormLayout.Group>
        {values[window] === "rolling" ? (
          <TextInput
            form={form}
            field={days}
            label="Days"
            suffix="days"
            inputMode="numeric"
            helpText="Today and the days before it. A use counts until this many days have passed."
          />
        ) : null}
        {values[window] === "period" ? (
          <FormLayout.Group>
            <TextInput form={form} field={first} label="First day" type="date" />
            <TextInput form={form} field={last} label="Last day" type="date" />
          </FormLayout.Group>
        ) : null}
      </FormLayout>
    </BlockStack>
  );
}

type ChoiceProps = {
  form: FormBinding;
  field: LimitRow[number];
  label: string;
  options: { value: string; label: string }[];
};

function Choice({ form, field, label, options }: ChoiceProps) {
  return (
    <Select
      id={fieldId(field)}
      name={field}
      label={label}
      options={options}
      value={form.values[field]}
      error={form.errorOf(field)}
      onChange={(value) => form.set(field, value)}
    />
  );
}
