import type { BadgeProps } from "@shopify/polaris";
import {
  Badge,
  BlockStack,
  IndexTable,
  Link,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from "@shopify/polaris";
import { useEffect } from "react";
import type { CodeState, CodeSummary } from "#app/domain/code/summary.ts";
import { CODE_STATE_LABELS } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { OwnClick } from "#app/components/list/own-click.tsx";
import { CopyCode } from "./copy-code.tsx";
import { useBulkActions } from "./use-bulk-actions.ts";

const TONES: Record<CodeState, Pick<BadgeProps, "tone" | "progress">> = {
  pending: { tone: "attention", progress: "incomplete" },
  live: { tone: "success", progress: "complete" },
  failed: { tone: "critical" },
  removed: { tone: "warning" },
  pausing: { tone: "attention", progress: "partiallyComplete" },
  paused: { tone: "warning" },
  retiring: { tone: "attention", progress: "partiallyComplete" },
  retired: {},
  released: {},
};

type Props = {
  page: Page<CodeSummary>;
  isLoading: boolean;
  onPage: (cursor: string) => void;
  onExport: (ids: readonly string[]) => void;
};

/** The codes, to be chosen from. A choice belongs to the page it was made on. */
export function CodeTable({ page, isLoading, onPage, onExport }: Props) {
  const { smDown } = useBreakpoints();
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(page.rows);
  const shown = page.rows.map(({ id }) => id).join();
  useEffect(() => clearSelection(), [shown, clearSelection]);
  const chosen = page.rows.filter(({ id }) => selectedResources.includes(id));
  const bulk = useBulkActions(chosen, onExport);
  return (
    <>
      <RefusedBanner title="Not tried again" message={bulk.refused} />
      <RefusedBanner
        title="Not copied"
        message={bulk.isDenied ? "Your browser does not let this page copy. Export instead." : null}
      />
      <IndexTable
        condensed={smDown}
        loading={isLoading}
        itemCount={page.rows.length}
        resourceName={{ singular: "code", plural: "codes" }}
        selectedItemsCount={allResourcesSelected ? "All" : chosen.length}
        onSelectionChange={handleSelectionChange}
        promotedBulkActions={bulk.actions}
        headings={[
          { title: "Code" },
          { title: "State" },
          { title: "Campaign" },
          { title: "Last used" },
          { title: "Uses", alignment: "end" },
        ]}
        {...pagesOf(page, onPage)}
      >
        {page.rows.map((code, index) => (
          <CodeRow
            key={code.id}
            code={code}
            index={index}
            isChosen={selectedResources.includes(code.id)}
            isCondensed={smDown}
          />
        ))}
      </IndexTable>
    </>
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

type RowProps = { code: CodeSummary; index: number; isChosen: boolean; isCondensed: boolean };

function CodeRow({ code, index, isChosen, isCondensed }: RowProps) {
  const { number } = useFormat();
  const row = { id: code.id, position: index, selected: isChosen };
  const text = (
    <OwnClick>
      <CopyCode code={code.code} />
      {code.isHeld ? (
        <Text as="span" variant="bodySm" tone="subdued">
          Given to a customer
        </Text>
      ) : null}
    </OwnClick>
  );
  const campaign = (
    <OwnClick>
      <Link url={`/app/campaigns/${code.campaign.id}`} removeUnderline>
        {code.campaign.name}
      </Link>
    </OwnClick>
  );
  const lastUsed = <LastUsed code={code} />;
  if (isCondensed) {
    return (
      <IndexTable.Row {...row}>
        <div className="bf-condensed">
          {text}
          <State code={code} />
          {campaign}
          <Text as="p" variant="bodySm" tone="subdued">
            {`${number(code.uses)} ${plural(code.uses, "use", "uses")} · `}
            {lastUsed}
          </Text>
        </div>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row {...row}>
      <IndexTable.Cell>{text}</IndexTable.Cell>
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
