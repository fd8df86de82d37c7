import { codeKey } from "#app/domain/code/code-key.ts";
import type { ConventionChoice, FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FormCard } from "./form-card.tsx";
import { ListCodes } from "./list-codes.tsx";
import { UniqueCodes } from "./unique-codes.tsx";

type Props = { form: FormBinding; conventions: readonly ConventionChoice[] };

/** Which codes shoppers type. */
export function CodesCard({ form, conventions }: Props) {
  const name = codeKey(form.values.name.trim()) || "the name";
  const convention = conventions.find(({ id }) => id === form.values.conventionId);
  return (
    <FormCard
      title="Codes"
      {...(form.isExisting
        ? { intro: "The kind of codes stays. More codes are added on the campaign’s page." }
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
            helpText: convention?.unique
              ? `Not with “${convention.name}”: its names end in a part that is each code’s own.`
              : `Shoppers type ${name}. Good for newsletters, posters and influencers.`,
          },
          {
            value: "unique",
            label: "Unique codes",
            helpText: `Each begins with ${name} and ends in characters nobody can guess. Good for mailings and vouchers.`,
            more: <UniqueCodes form={form} convention={convention} />,
          },
          {
            value: "list",
            label: "Your own list",
            helpText:
              "Codes that exist already, such as printed ones or those of another system. They stay as they are.",
            more: <ListCodes form={form} />,
          },
        ]}
      />
    </FormCard>
  );
}
