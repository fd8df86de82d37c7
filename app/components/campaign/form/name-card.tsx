import { BlockStack, Button, InlineStack, Link, Select, Tag, Text } from "@shopify/polaris";
import type { ConventionChoice, FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { FormCard } from "./form-card.tsx";
import { NameParts } from "./name-parts.tsx";
import { TextInput } from "./text-input.tsx";

type Props = { form: FormBinding; conventions: readonly ConventionChoice[] };

/** The name: by which convention, whether it fits, and what its parts say. */
export function NameCard({ form, conventions }: Props) {
  const convention = conventions.find(({ id }) => id === form.values.conventionId);
  return (
    <FormCard
      title="Name"
      intro="The name is what shoppers type, and what reports are grouped by. Its convention says what each part means."
    >
      {conventions.length > 1 ? (
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
      {convention ? <ConventionFields convention={convention} /> : <NoConvention />}
      <TextInput
        form={withLiveError(form)}
        field="name"
        label="Name"
        requiredIndicator
        disabled={form.isExisting}
        maxLength={255}
        spellCheck={false}
        placeholder={convention?.example ?? ""}
        helpText={
          form.isExisting
            ? "A name cannot change: the codes out there carry it. Duplicate the campaign to use another."
            : "Upper and lower case are the same."
        }
      />
      {form.isExisting ? null : <NameVerdict form={form} />}
    </FormCard>
  );
}

/** The live check speaks beside the field like any error, unless the server already said something about it. */
function withLiveError(form: FormBinding): FormBinding {
  const verdict = form.nameCheck?.verdict;
  if (!verdict || verdict.ok) return form;
  return { ...form, errorOf: (field) => form.errorOf(field) || verdict.message };
}

function NameVerdict({ form }: { form: FormBinding }) {
  const verdict = form.nameCheck?.verdict;
  return (
    <div aria-live="polite">
      {!verdict ? null : verdict.ok ? (
        <BlockStack gap="200">
          <NameParts parts={verdict.dimensions} />
          {verdict.warnings.map((warning) => (
            <Text as="p" tone="caution" key={warning}>
              {warning}
            </Text>
          ))}
        </BlockStack>
      ) : (
        <InlineStack gap="200">
          {verdict.suggestions.map((suggestion) => (
            <Button key={suggestion} onClick={() => form.set("name", suggestion)}>
              {`Use ${suggestion}`}
            </Button>
          ))}
        </InlineStack>
      )}
    </div>
  );
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

function NoConvention() {
  return (
    <Text as="p" tone="critical">
      There is no naming convention yet.{" "}
      <Link url="/app/settings/conventions/new">Make one first</Link>
    </Text>
  );
}
