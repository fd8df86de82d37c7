import type { BadgeProps } from "@shopify/polaris";
import { Badge, BlockStack, IndexTable, Link, Text } from "@shopify/polaris";
import type { CodeVerb } from "#app/domain/code/judge-verb.ts";
import type { CodeState, CodeSummary } from "#app/domain/code/summary.ts";
import { CODE_STATE_LABELS } from "#app/domain/code/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { OwnClick } from "#app/components/list/own-click.tsx";
import { CodeMenu } from "./code-menu.tsx";
import { CopyCode } from "./copy-code.tsx";

const TONES: Record<CodeState, Pick<BadgeProps, "tone" | "progress">> = {
  pending: { tone: "attention", progress: "incomplete" },
  live: { tone: "success", progress: "complete" },
  failed: { tone: "critical" },
  removed: { tone: "warning" },
  pausing: { tone: "attention", progress: "partiallyComplete" },
  paused: { tone: "warning" },
  returned: { tone: "warning" },
  retiring: { tone: "attention", progress: "partiallyComplete" },
  retired: {},
  released: {},
};

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
      {uses === 0 ? ", freed" : null}
    </span>
  );
}

type RowProps = { code: CodeSummary; index: number; isChosen: boolean; isCondensed: boolean } & {
  onVerb: (verb: CodeVerb | "replace") => void;
};

/** A code of the list; on a phone all in one cell. */
export function CodeRow({ code, index, isChosen, isCondensed, onVerb }: RowProps) {
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
  const menu = (
    <OwnClick>
      <CodeMenu code={code} onVerb={onVerb} />
    </OwnClick>
  );
  if (isCondensed) {
    return (
      <IndexTable.Row {...row}>
        <div className="bf-condensed">
          <div className="bf-headed">
            {text}
            {menu}
          </div>
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
      <IndexTable.Cell>{menu}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
