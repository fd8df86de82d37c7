import { useLocation, useNavigation, useSubmit } from "@remix-run/react";
import { Banner, BlockStack, Card, Form, Layout, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { FormSaveBar } from "#app/components/frame/form-save-bar.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { FieldList } from "./field-list.tsx";
import { PatternPreview } from "./pattern-preview.tsx";
import { readPattern } from "./read-pattern.ts";

export type ConventionValues = { name: string; pattern: string };

type Props = {
  initial: ConventionValues;
  /** The next save makes this version; 1 for a new convention. */
  nextVersion: number;
  answer: RefusalBody | undefined;
};

/** Name and pattern of a convention; what the pattern means is read while it is typed. */
export function ConventionForm({ initial, nextVersion, answer }: Props) {
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
  const reading = readPattern(values.pattern);
  const live = reading.ok || values.pattern.trim() === "" ? undefined : reading.message;
  const save = () => submit(values, { method: "post", action: pathname });
  const isDirty = values.name !== initial.name || values.pattern !== initial.pattern;
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
                <TextField
                  label="Pattern"
                  name="pattern"
                  autoComplete="off"
                  maxLength={500}
                  monospaced
                  spellCheck={false}
                  requiredIndicator
                  value={values.pattern}
                  error={problemOf("pattern") ?? live ?? false}
                  helpText="Parts in {braces}, parts that may be left out in [brackets], everything else as it stands."
                  onChange={(pattern) => setValues({ ...values, pattern })}
                />
                <PatternPreview reading={reading} />
                {nextVersion > 1 ? (
                  <Text as="p" tone="subdued">
                    {`Saving makes version ${nextVersion}. Campaigns keep the version they were named by.`}
                  </Text>
                ) : null}
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <FieldList
            onInsert={(field) => setValues({ ...values, pattern: `${values.pattern}{${field}}` })}
          />
        </Layout.Section>
      </Layout>
    </Form>
  );
}
