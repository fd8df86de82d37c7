import { useLocation, useNavigation, useSubmit } from "@remix-run/react";
import { Banner, BlockStack, Card, Form, Layout, Text, TextField } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { FormSaveBar } from "#app/components/frame/form-save-bar.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import type { Field } from "#app/domain/naming/field.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { CodeTrial } from "./code-trial.tsx";
import { FieldList } from "./field-list.tsx";
import { PatternField } from "./pattern-field.tsx";
import { PatternPreview } from "./pattern-preview.tsx";
import { placed, readPattern } from "./read-pattern.ts";

export type ConventionValues = { name: string; pattern: string };

type Props = {
  initial: ConventionValues;
  fields: readonly Field[];
  /** The next save makes this version; 1 for a new convention. */
  nextVersion: number;
  /** Saving it as it is brings it back. */
  isRetired?: boolean;
  answer: RefusalBody | undefined;
};

/** Name and pattern of a convention; what the pattern means is read while it is typed. */
export function ConventionForm(props: Props) {
  const { initial, fields, nextVersion, isRetired = false, answer } = props;
  const submit = useSubmit();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const [values, setValues] = useState(initial);
  const [answered, setAnswered] = useState<{ of: RefusalBody | undefined; at: ConventionValues }>();
  // A problem speaks of what was posted: it is shown until that field is typed in again.
  if (answer !== undefined && answered?.of !== answer) setAnswered({ of: answer, at: values });
  const problemOf = (field: keyof ConventionValues) =>
    answered?.at[field] === values[field]
      ? answer?.problems.find((problem) => problem.field === field)?.message
      : undefined;
  const pattern = values.pattern.trim();
  const reading = useMemo(() => readPattern(pattern, fields), [pattern, fields]);
  const [error] = reading.ok || pattern === "" ? [] : reading.errors;
  const live = error && placed(error);
  const save = () => submit(values, { method: "post", action: pathname });
  const isDirty = isRetired || values.name !== initial.name || values.pattern !== initial.pattern;
  const isSaving = navigation.state !== "idle" && navigation.formMethod === "POST";
  return (
    <Form onSubmit={save}>
      <FormSaveBar
        id="convention-save-bar"
        isDirty={isDirty}
        isSaving={isSaving}
        onSave={save}
        onDiscard={() => setValues(initial)}
      />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <NotAllowedBanner action="convention.edit" />
            {answer && answer.refusal.kind !== "invalid" ? (
              <Banner tone="critical" title="Not saved">
                <p>{answer.refusal.message}</p>
              </Banner>
            ) : null}
            <Card>
              <BlockStack gap="400">
                <TextField
                  label="Name of the convention"
                  name="name"
                  autoComplete="off"
                  maxLength={100}
                  requiredIndicator
                  value={values.name}
                  error={problemOf("name") ?? false}
                  helpText="For your team, for example “Seasonal offers”."
                  onChange={(name) => setValues({ ...values, name })}
                />
                <PatternField
                  value={values.pattern}
                  fields={fields}
                  error={problemOf("pattern") ?? live}
                  onChange={(typed) => setValues({ ...values, pattern: typed })}
                />
                <PatternPreview pattern={pattern} reading={reading} />
                {nextVersion > 1 ? (
                  <Text as="p" tone="subdued">
                    {`Saving makes version ${nextVersion}${isRetired ? " and brings the convention back" : ""}. Campaigns keep the version they were named by.`}
                  </Text>
                ) : null}
              </BlockStack>
            </Card>
            <CodeTrial convention={reading.ok ? reading.convention : null} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <FieldList
            fields={fields}
            onInsert={(field) => setValues({ ...values, pattern: `${values.pattern}{${field}}` })}
          />
        </Layout.Section>
      </Layout>
    </Form>
  );
}
