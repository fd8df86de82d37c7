import { useLocation, useNavigation, useSubmit } from "@remix-run/react";
import { Banner, BlockStack, Card, Form, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { FormSaveBar } from "#app/components/frame/form-save-bar.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { DRAFT_KINDS, typeOf, type DraftKind, type FieldDraft } from "./field-draft.ts";
import { KindInputs } from "./kind-inputs.tsx";
import { ListValues } from "./list-values.tsx";

type Props = {
  initial: FieldDraft;
  isNew: boolean;
  /** Active conventions that use it: each gets a new version by the save. */
  usedBy: readonly { id: string; name: string }[];
  answer: RefusalBody | undefined;
};

const KINDS: Record<DraftKind, string> = {
  list: "One of a list",
  word: "Any word",
  number: "A number",
  date: "A date, or a part of one",
};

/** A field of the shop's own, or the shop's own values for a built-in one. */
export function FieldForm({ initial, isNew, usedBy, answer }: Props) {
  const submit = useSubmit();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const [saved] = useState(initial);
  const [draft, setDraft] = useState(saved);
  const [answered, setAnswered] = useState<{ of: RefusalBody | undefined; at: FieldDraft }>();
  // A problem speaks of what was posted: it is shown until something is changed.
  if (answer !== undefined && answered?.of !== answer) setAnswered({ of: answer, at: draft });
  const problemOf = (field: string) =>
    answered?.at === draft
      ? answer?.problems.find((problem) => problem.field === field)?.message
      : undefined;
  const change = (changes: Partial<FieldDraft>) => setDraft({ ...draft, ...changes });
  const save = () => {
    const { id, label } = draft;
    const posted = { id, label, type: JSON.stringify(typeOf(draft)) };
    submit(posted, { method: "post", action: pathname });
  };
  const typeProblem = problemOf("type");
  return (
    <Form onSubmit={save}>
      <FormSaveBar
        id="field-save-bar"
        isDirty={draft !== saved}
        isSaving={navigation.state !== "idle" && navigation.formMethod === "POST"}
        onSave={save}
        onDiscard={() => setDraft(saved)}
      />
      <BlockStack gap="400">
        <NotAllowedBanner action="convention.edit" />
        {answer && answer.refusal.kind !== "invalid" ? (
          <Banner tone="critical" title="Not saved">
            <p>{answer.refusal.message}</p>
          </Banner>
        ) : null}
        {typeProblem ? (
          <Banner tone="critical" title="This cannot be saved yet">
            <p>{typeProblem}</p>
          </Banner>
        ) : null}
        <Card>
          <BlockStack gap="400">
            <TextField
              label="Name in patterns"
              autoComplete="off"
              maxLength={20}
              prefix="{"
              suffix="}"
              spellCheck={false}
              requiredIndicator
              disabled={!isNew}
              value={draft.id}
              error={problemOf("id") ?? false}
              helpText={
                isNew
                  ? "Small letters and digits, such as partner."
                  : "The name cannot change: patterns carry it."
              }
              onChange={(id) => change({ id: id.toLowerCase() })}
            />
            <TextField
              label="Name for people"
              autoComplete="off"
              maxLength={40}
              requiredIndicator
              value={draft.label}
              error={problemOf("label") ?? false}
              helpText="As it stands in a sentence, such as partner."
              onChange={(label) => change({ label })}
            />
            <Select
              label="What may stand there"
              options={DRAFT_KINDS.map((kind) => ({ value: kind, label: KINDS[kind] }))}
              value={draft.kind}
              disabled={!isNew}
              onChange={(kind: DraftKind) => change({ kind })}
            />
            <KindInputs draft={draft} onChange={change} />
          </BlockStack>
        </Card>
        {draft.kind === "list" ? (
          <ListValues values={draft.values} onChange={(values) => change({ values })} />
        ) : null}
        {usedBy.length > 0 ? (
          <Text as="p" tone="subdued">
            {`Saving makes a new version of ${usedBy.map(({ name }) => `“${name}”`).join(", ")}. Campaigns keep the version they were named by.`}
          </Text>
        ) : null}
      </BlockStack>
    </Form>
  );
}
