import { BlockStack, Box, Button, Collapsible, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import type { AuditEntry } from "#app/domain/audit/event.ts";
import { When } from "#app/components/format/when.tsx";
import type { ChangeLine } from "./describe-entry.ts";
import { changeLines, describeEntry } from "./describe-entry.ts";

type Props = { entry: AuditEntry; isSubjectKnown?: boolean };

/** One thing that was done; what it changed can be opened. */
export function AuditItem({ entry, isSubjectKnown = false }: Props) {
  const lines = changeLines(entry);
  return (
    <Box paddingBlock="200">
      <BlockStack gap="100" inlineAlign="start">
        <Text as="p" breakWord>
          {describeEntry(entry, isSubjectKnown)}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          <When at={entry.at} />
        </Text>
        {lines.length > 0 ? <Changes lines={lines} /> : null}
      </BlockStack>
    </Box>
  );
}

function Changes({ lines }: { lines: readonly ChangeLine[] }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="plain"
        disclosure={isOpen ? "up" : "down"}
        ariaControls={id}
        ariaExpanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "Hide what changed" : "What changed"}
      </Button>
      <Collapsible id={id} open={isOpen}>
        <dl className="bf-pair">
          {lines.map(({ field, before, after }) => (
            <Line
              key={field}
              field={field}
              text={before === "–" ? after : `${before} → ${after}`}
            />
          ))}
        </dl>
      </Collapsible>
    </>
  );
}

function Line({ field, text }: { field: string; text: string }) {
  return (
    <>
      <dt>{field}</dt>
      <dd>{text}</dd>
    </>
  );
}
