import { useFetcher } from "@remix-run/react";
import { BlockStack, Box, Button, InlineError, List, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { ImportSummary } from "#app/domain/code/import.ts";
import { BringCodes } from "#app/components/code/bring-codes.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { TextInput } from "./text-input.tsx";

/** The list a campaign is made with, and how often each of its codes can be used. */
export function ListCodes({ form }: { form: FormBinding }) {
  const error = form.errorOf("importId");
  const { importId } = form.values;
  return (
    <BlockStack gap="400">
      {form.isExisting ? null : (
        <div id={fieldId("importId")} tabIndex={-1}>
          <BlockStack gap="200">
            {importId === "" ? (
              <Box borderColor="border" borderWidth="025" borderRadius="200" padding="300">
                <BringCodes onStaged={(id) => form.set("importId", id)} />
              </Box>
            ) : (
              <Brought id={importId} onChange={() => form.set("importId", "")} />
            )}
            {error ? <InlineError message={error} fieldID={fieldId("importId")} /> : null}
          </BlockStack>
        </div>
      )}
      <TextInput
        form={form}
        field="usesPerCode"
        label="Each code can be used"
        suffix="times"
        inputMode="numeric"
        disabled={form.isExisting}
        helpText="Leave empty for as often as the other limits allow."
      />
    </BlockStack>
  );
}

/** Enough to see what is the matter; all of them stand on the page of the import. */
const SHOWN_PROBLEMS = 3;

type Answer = ({ ok: true } & ImportSummary) | RefusalBody;

/** What was read of the list, until another is brought. */
function Brought({ id, onChange }: { id: string; onChange: () => void }) {
  const { number } = useFormat();
  const fetcher = useFetcher<Answer>();
  const load = useLatest(fetcher.load);
  useEffect(() => load.current(`/app/codes/imports/${id}/summary`), [id, load]);
  const answer = fetcher.data;
  const summary = answer && "ok" in answer && answer.id === id ? answer : null;
  return (
    <BlockStack gap="200" inlineAlign="start">
      <div role="status">
        {summary ? (
          <Text as="p" breakWord {...(summary.good === 0 ? { tone: "critical" as const } : {})}>
            {`${number(summary.good)} ${plural(summary.good, "code", "codes")} from ${summary.fileName}.`}
          </Text>
        ) : (
          <Text as="p" {...(answer ? { tone: "critical" as const } : {})}>
            {answer && "refusal" in answer ? answer.refusal.message : "Reading your list…"}
          </Text>
        )}
      </div>
      {summary && summary.bad > 0 ? (
        <List>
          {summary.problems.slice(0, SHOWN_PROBLEMS).map(({ line, reason }) => (
            <List.Item key={line}>{`Line ${number(line)} cannot be used. ${reason}`}</List.Item>
          ))}
          {summary.bad > SHOWN_PROBLEMS ? (
            <List.Item>{`${number(summary.bad)} lines cannot be used in all.`}</List.Item>
          ) : null}
        </List>
      ) : null}
      <Button onClick={onChange}>Bring other codes</Button>
    </BlockStack>
  );
}
