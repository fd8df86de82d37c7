import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ConventionSummary } from "#app/domain/naming/summary.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { RetireButton } from "./retire-button.tsx";

/** A convention in one look: its pattern, what it makes, and how many campaigns each version named. */
export function ConventionCard({ convention }: { convention: ConventionSummary }) {
  const { id, name, version, pattern, example, fields, isActive, unique } = convention;
  const older = convention.versions.filter((each) => each.version !== version);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd" breakWord>
              {name}
            </Text>
            {isActive ? <Badge tone="success">In use</Badge> : <Badge>Retired</Badge>}
          </InlineStack>
          <InlineStack gap="200">
            <AllowedButton
              action="convention.edit"
              url={`/app/settings/conventions/${id}`}
              accessibilityLabel={isActive ? `Edit ${name}` : `Bring back ${name}`}
            >
              {isActive ? "Edit" : "Bring back"}
            </AllowedButton>
            {isActive ? <RetireButton id={id} name={name} /> : null}
          </InlineStack>
        </InlineStack>
        <dl className="bf-pair">
          <dt>Pattern</dt>
          <dd className="bf-code">{pattern}</dd>
          <dt>Example</dt>
          <dd className="bf-code">{example}</dd>
          <dt>Parts</dt>
          <dd>{fields.map(({ label }) => label).join(", ")}</dd>
          {unique ? (
            <>
              <dt>Unique codes</dt>
              <dd>{`${unique.length} characters after “${unique.separator}”${unique.check ? ", the last a check character" : ""}`}</dd>
            </>
          ) : null}
          <dt>Campaigns</dt>
          <dd>
            <Versions convention={convention} />
          </dd>
        </dl>
        {isActive && older.length > 0 ? (
          <Link url={`/app/settings/conventions/${id}/renames`}>
            See what it takes to bring older names up to date
          </Link>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Versions({ convention }: { convention: ConventionSummary }) {
  const { number } = useFormat();
  const said = convention.versions.map(({ version, campaigns }) => {
    const count =
      campaigns === 0
        ? "none yet"
        : `${number(campaigns)} ${plural(campaigns, "campaign", "campaigns")}`;
    return `version ${version}: ${count}`;
  });
  const text = said.join(" · ");
  return <>{text.charAt(0).toUpperCase() + text.slice(1)}</>;
}
