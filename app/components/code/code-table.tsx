import type { BadgeProps } from "@shopify/polaris";
import { Badge, BlockStack, IndexTable, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { CodeState, CodeSummary } from "#app/domain/code/summary.ts";
import { CODE_STATE_LABELS } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { CopyCode } from "./copy-code.tsx";

const TONES: Record<CodeState, Pick<BadgeProps, "tone" | "progress">> = {
  pending: { tone: "attention", progress: "incomplete" },
  live: { tone: "success", progress: "complete" },
  failed: { tone: "critical" },
  released: {},
};

export function CodeTable({ page }: { page: Page<CodeSummary> }) {
  const { change, isLoading } = useListAddress();
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      loading={isLoading}
      itemCount={page.rows.length}
      resourceName={{ singular: "code", plural: "codes" }}
      headings={[
        { title: "Code" },
        { title: "State" },
        { title: "Campaign" },
        { title: "Last used" },
        { title: "Uses", alignment: "end" },
      ]}
      {...pagesOf(page, (cursor) => change({ cursor }))}
    >
      {page.rows.map((code, index) => (
        <CodeRow key={code.id} code={code} index={index} isCondensed={smDown} />
      ))}
    </IndexTable>
  );
}

/** Where the code is on its way, and if it did not get there, why. */
function State({ code }: { code: CodeSummary }) {
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Badge {...TONES[code.state]}>{CODE_STATE_LABELS[code.state]}</Badge>
      {code.error ? (
        <Text as="span" variant="bodySm" tone="critical" breakWord>
          {code.error}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function LastUsed({ code: { lastUsedAt, uses } }: { code: CodeSummary }) {
  if (!lastUsedAt) return <span>Not used yet</span>;
  return (
    <span>
      <When at={lastUsedAt} />
      {uses === 0 ? ", freed again" : null}
    </span>
  );
}

type RowProps = { code: CodeSummary; index: number; isCondensed: boolean };

function CodeRow({ code, index, isCondensed }: RowProps) {
  const { number } = useFormat();
  const campaign = (
    <Link url={`/app/campaigns/${code.campaign.id}`} removeUnderline>
      {code.campaign.name}
    </Link>
  );
  const lastUsed = <LastUsed code={code} />;
  if (isCondensed) {
    return (
      <IndexTable.Row id={code.id} position={index}>
        <div className="bf-condensed">
          <CopyCode code={code.code} />
          <State code={code} />
          <span>{campaign}</span>
          <Text as="p" variant="bodySm" tone="subdued">
            {`${number(code.uses)} ${plural(code.uses, "use", "uses")} · `}
            {lastUsed}
          </Text>
        </div>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row id={code.id} position={index}>
      <IndexTable.Cell>
        <CopyCode code={code.code} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <State code={code} />
      </IndexTable.Cell>
      <IndexTable.Cell>{campaign}</IndexTable.Cell>
      <IndexTable.Cell>{lastUsed}</IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {number(code.uses)}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
