import { Badge, BlockStack, IndexTable, Link, Text } from "@shopify/polaris";
import type { MappedSummary } from "#app/domain/adoption/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { OwnClick } from "#app/components/list/own-click.tsx";

type Props = { mapped: MappedSummary; index: number; isChosen: boolean; isCondensed: boolean };

export function MappedRow({ mapped, index, isChosen, isCondensed }: Props) {
  const { number } = useFormat();
  const row = { id: mapped.id, position: index, selected: isChosen };
  const codes = `${number(mapped.codes)} ${plural(mapped.codes, "code", "codes")}`;
  const uses = `${number(mapped.uses)} ${plural(mapped.uses, "use", "uses")}`;
  if (isCondensed) {
    return (
      <IndexTable.Row {...row}>
        <div className="bf-condensed">
          <Title mapped={mapped} />
          <Becomes mapped={mapped} />
          <Text as="p" variant="bodySm" tone="subdued">
            {`${codes} · ${uses}`}
          </Text>
        </div>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row {...row}>
      <IndexTable.Cell>
        <Title mapped={mapped} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Becomes mapped={mapped} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack>
          <Text as="span" alignment="end" numeric>
            {codes}
          </Text>
          <Text as="span" alignment="end" numeric variant="bodySm" tone="subdued">
            {uses}
          </Text>
        </BlockStack>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function Title({ mapped }: { mapped: MappedSummary }) {
  const { offer } = useFormat();
  const said = [
    mapped.offer ? offer(mapped.offer) : null,
    mapped.status === "active" ? null : mapped.status,
  ].filter((part) => part !== null);
  return (
    <BlockStack gap="050" inlineAlign="start">
      <OwnClick>
        <Link url={`shopify://admin/discounts/${mapped.id}`} target="_top" removeUnderline>
          <Text as="span" fontWeight="semibold" breakWord>
            {mapped.title || "Without a title"}
          </Text>
        </Link>
      </OwnClick>
      {mapped.code !== null && mapped.code !== mapped.title ? (
        <span className="bf-code">{mapped.code}</span>
      ) : null}
      {said.length > 0 ? (
        <Text as="span" variant="bodySm" tone="subdued">
          {said.join(" · ")}
        </Text>
      ) : null}
    </BlockStack>
  );
}

/** The campaign it would become, or why it becomes none. */
function Becomes({ mapped }: { mapped: MappedSummary }) {
  const { becomes, reason, proposal, isChosen } = mapped;
  return (
    <div className="bf-wrap">
      <BlockStack gap="050" inlineAlign="start">
        {becomes ? (
          <Text as="span" breakWord>
            {`${becomes.name}, ${becomes.codeKind === "public" ? "one public code" : "a list of codes"}`}
          </Text>
        ) : null}
        {isChosen ? <Badge tone="attention">Being adopted</Badge> : null}
        {reason ? (
          <Text as="span" tone="subdued" breakWord>
            {reason}
          </Text>
        ) : null}
        {proposal ? (
          <Text as="span" tone="subdued" breakWord>
            {`A convention ${proposal} would read it.`}
          </Text>
        ) : null}
      </BlockStack>
    </div>
  );
}
