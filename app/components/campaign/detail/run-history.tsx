import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { useState } from "react";
import type { SyncResult, SyncRunSummary } from "#app/domain/discount/sync.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { askedByWords } from "./asked-by-words.ts";
import { doneWords, planWords } from "./operation-words.ts";
import { RESULT_LABELS } from "./sync-words.ts";

const SHOWN = 3;
const MORE = 10;

const TONES: Partial<Record<SyncResult, NonNullable<BadgeProps["tone"]>>> = {
  running: "attention",
  waiting: "attention",
  failed: "critical",
  stopped: "warning",
};

/** The times the campaign was brought to Shopify, the latest first: what, who asked, what it cost, how it ended. */
export function RunHistory({ runs }: { runs: readonly SyncRunSummary[] }) {
  const [shown, setShown] = useState(SHOWN);
  if (runs.length === 0) return null;
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Text as="h3" variant="headingSm">
        History
      </Text>
      <ul className="bf-plain">
        {runs.slice(0, shown).map((run) => (
          <li key={run.id}>
            <RunItem run={run} />
          </li>
        ))}
      </ul>
      {runs.length > shown ? (
        <Button variant="plain" onClick={() => setShown(shown + MORE)}>
          Show more
        </Button>
      ) : null}
    </BlockStack>
  );
}

function RunItem({ run }: { run: SyncRunSummary }) {
  const { locale, number } = useFormat();
  const { result, calls } = run;
  const cost = `${number(calls)} ${plural(calls, "call", "calls")} to Shopify`;
  return (
    <BlockStack gap="050" inlineAlign="start">
      {result === "done" ? null : (
        <InlineStack>
          <Badge {...(TONES[result] ? { tone: TONES[result] } : {})}>{RESULT_LABELS[result]}</Badge>
        </InlineStack>
      )}
      <Text as="p" breakWord>
        {(result === "done" ? doneWords : planWords)(run.operations, { locale, number })}
      </Text>
      {run.error ? (
        <Text as="p" tone="critical" breakWord>
          {run.error}
        </Text>
      ) : null}
      <Text as="p" variant="bodySm" tone="subdued">
        <When at={run.startedAt} />
        {`, ${askedByWords(run.askedBy)}`}
        {result === "running" ? null : ` · ${cost}`}
      </Text>
    </BlockStack>
  );
}
