import { BlockStack, InlineStack, Link, Select, Tag, Text } from "@shopify/polaris";
import { CompletingField } from "#app/components/naming/completing-field.tsx";
import type { ConventionChoice, FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { FormCard } from "./form-card.tsx";
import { NameVerdict } from "./name-verdict.tsx";
import { StoredLints } from "./stored-lints.tsx";

type Props = { form: FormBinding; conventions: readonly ConventionChoice[] };

/** The name: by which convention, whether it fits, and what its parts say. */
export function NameCard({ form, conventions }: Props) {
  const convention = conventions.find(({ id }) => id === form.values.conventionId);
  const isRetired = form.isExisting && !convention;
  return (
    <FormCard
      title="Name"
      intro="The name is what shoppers type, and what reports are grouped by. Its convention says what each part means."
    >
      {conventions.length > 1 && !isRetired ? (
        <Select
          id={fieldId("conventionId")}
          label="Naming convention"
          disabled={form.isExisting}
          options={conventions.map(({ id, name, pattern }) => ({
            value: id,
            label: `${name} (${pattern})`,
          }))}
          value={form.values.conventionId}
          error={form.errorOf("conventionId")}
          onChange={(value) => form.set("conventionId", value)}
        />
      ) : null}
      {convention ? (
        <ConventionFields convention={convention} />
      ) : (
        <NoConvention isRetired={isRetired} />
      )}
      <CompletingField
        id={fieldId("name")}
        name="name"
        label="Name"
        autoComplete="off"
        requiredIndicator
        disabled={form.isExisting}
        maxLength={255}
        spellCheck={false}
        placeholder={convention?.example ?? ""}
        value={form.values.name}
        error={form.errorOf("name") || liveError(form)}
        helpText={
          form.isExisting
            ? "A name cannot change: the codes out there carry it. Duplicate the campaign to use another."
            : "Upper and lower case are the same."
        }
        options={form.nameCheck?.verdict.options ?? []}
        onTake={({ text }) => form.set("name", text)}
        onChange={(name) => form.set("name", name)}
      />
      {form.isExisting ? <StoredLints form={form} /> : <NameVerdict form={form} />}
    </FormCard>
  );
}

/** The live check speaks beside the field like any error, unless the server already said something about it. */
function liveError({ nameCheck }: FormBinding): string | false {
  return nameCheck?.verdict.ok === false && nameCheck.verdict.message;
}

function ConventionFields({ convention }: { convention: ConventionChoice }) {
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" tone="subdued">
          Parts:
        </Text>
        {convention.fields.map((field) => (
          <Tag key={field.name}>{field.label}</Tag>
        ))}
      </InlineStack>
      <Text as="p" tone="subdued">
        {`${convention.pattern}, for example ${convention.example}. `}
        <Link url="/app/settings/conventions">See conventions</Link>
      </Text>
    </BlockStack>
  );
}

function NoConvention({ isRetired }: { isRetired: boolean }) {
  if (isRetired)
    return (
      <Text as="p" tone="subdued">
        Its naming convention is retired. The name still means what it did.
      </Text>
    );
  return (
    <Text as="p" tone="critical">
      No naming convention is in use.{" "}
      <Link url="/app/settings/conventions">Make one, or bring one back</Link>
    </Text>
  );
}
