import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Box, List, Modal, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { CaseDecision } from "#app/domain/case/case.ts";
import { usualForm } from "#app/domain/case/decision.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { DecisionFields } from "./decision-fields.tsx";
import type { JustDecided } from "./undo-banner.tsx";
import { useDecisionForm } from "./use-decision-form.ts";

type Preview = {
  ok: true;
  cases: number;
  lines: string[];
  left: { number: number; why: string }[];
};

const FIELDS = [
  "decision",
  "reason",
  "comment",
  "disqualify",
  "step",
  "until",
  "people",
  "shopify",
];

type Props = {
  ids: readonly string[];
  decision: CaseDecision | null;
  onClose: () => void;
  onDone: (decided: JustDecided) => void;
};

/** One decision on several cases, with what it will do before it is done. */
export function BulkModal({ ids, decision, onClose, onDone }: Props) {
  const { number } = useFormat();
  const { form, choose, change } = useDecisionForm();
  const shown = form ?? (decision ? usualForm(decision) : null);
  const verb = useFormVerb<Omit<JustDecided, "decision">>("Decided", FIELDS, ({ cases, left }) => {
    if (shown) onDone({ cases, left, decision: shown.decision });
  });
  const preview = usePreview(ids, shown);
  const count = ids.length;
  return (
    <Modal
      open
      onClose={onClose}
      title={`Decide on ${number(count)} ${plural(count, "case", "cases")}`}
      primaryAction={{
        content: preview.found
          ? `Decide on ${number(preview.found.cases)} ${plural(preview.found.cases, "case", "cases")}`
          : "Decide",
        disabled: !shown || preview.found?.cases === 0,
        loading: verb.isBusy,
        destructive: shown?.decision === "abuse",
        onAction: () => shown && verb.send("/app/review/decide", { ...shown, ids: ids.join(",") }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {verb.refused ? (
            <Banner tone="critical" title="Not decided">
              {verb.refused}
            </Banner>
          ) : null}
          <DecisionFields
            form={shown}
            groups={[]}
            canSplit
            canJoin
            isDisabled={false}
            happens={<WhatHappens found={preview.found} />}
            errorOf={(field) => verb.errorOf(field) || preview.errorOf(field)}
            onChoose={choose}
            onChange={(changes) => {
              if (!form && shown) choose(shown.decision);
              change(changes);
            }}
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function WhatHappens({ found }: { found: Preview | null }) {
  return (
    <div role="status">
      {found ? (
        <Box padding="300" background="bg-surface-secondary" borderRadius="200">
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              What will happen
            </Text>
            <List>
              {linesOf(found).map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </BlockStack>
        </Box>
      ) : null}
    </div>
  );
}

function linesOf({ lines, left }: Preview): string[] {
  const done = lines.length > 0 ? lines : ["Nothing but the decision on record"];
  return [...done, ...left.map(({ number, why }) => `Case ${number} is left as it is: ${why}`)];
}

/** Asked anew with every change of the form. */
function usePreview(ids: readonly string[], form: ReturnType<typeof usualForm> | null) {
  const fetcher = useFetcher<Preview | RefusalBody>();
  const asked = form ? JSON.stringify({ ...form, ids: ids.join(",") }) : "";
  const { submit } = fetcher;
  useEffect(() => {
    if (asked === "") return;
    const fields = JSON.parse(asked) as Record<string, string>;
    submit(fields, { method: "post", action: "/app/review/preview" });
  }, [asked, submit]);
  const answer = fetcher.data;
  return {
    found: answer && "ok" in answer ? answer : null,
    errorOf: (field: string): string | false =>
      answer && "problems" in answer
        ? (answer.problems.find((problem) => problem.field === field)?.message ?? false)
        : false,
  };
}
