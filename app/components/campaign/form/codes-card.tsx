import { codeKey } from "#app/domain/code/code-key.ts";
import type { FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FormCard } from "./form-card.tsx";
import { TextInput } from "./text-input.tsx";

/** Which codes shoppers type. */
export function CodesCard({ form }: { form: FormBinding }) {
  const name = codeKey(form.values.name.trim()) || "the name";
  return (
    <FormCard
      title="Codes"
      {...(form.isExisting
        ? { intro: "The codes of a campaign are made once, with the campaign." }
        : {})}
    >
      <Choices
        form={form}
        field="codeKind"
        title="Which codes"
        isFixed={form.isExisting}
        choices={[
          {
            value: "public",
            label: "One code for everyone",
            helpText: `Shoppers type ${name}. Good for newsletters, posters and influencers.`,
          },
          {
            value: "unique",
            label: "A batch of unique codes",
            helpText: `Each begins with ${name} and ends in letters nobody can guess. Good for mailings and vouchers.`,
            more: (
              <TextInput
                form={form}
                field="codeCount"
                label="How many codes"
                inputMode="numeric"
                disabled={form.isExisting}
                helpText="Up to 100,000. They are made in the background; you can leave the page."
              />
            ),
          },
        ]}
      />
    </FormCard>
  );
}
