import { Badge, BlockStack, Box, Card, InlineStack, Link, Page, Text } from "@shopify/polaris";
import type { RenameOverview } from "#app/domain/naming/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { RenameStepText } from "./rename-step-text.tsx";
import { STEP_LABELS, STEP_TONES } from "./rename-steps.ts";

/** What the newest version of a convention means for the campaigns of older ones. */
export function RenamesPage({ overview }: { overview: RenameOverview }) {
  const { convention, rows, summary } = overview;
  return (
    <Page
      title={`Older names of ${convention.name}`}
      subtitle={`Version ${convention.version}: ${convention.pattern}`}
      backAction={{ content: "Conventions", url: "/app/settings/conventions" }}
    >
      <BlockStack gap="400">
        {rows.length === 0 ? (
          <Card>
            <Text as="p">Every campaign follows the newest version. There is nothing to do.</Text>
          </Card>
        ) : (
          <>
            <Relabel id={convention.id} count={summary.fits} />
            <Card padding="0">
              <Box padding="400" paddingBlockEnd="200">
                <Text as="h2" variant="headingMd">
                  Campaigns named by older versions
                </Text>
              </Box>
              <ul className="bf-list">
                {rows.map((row) => (
                  <li key={row.id}>
                    <Box padding="400">
                      <RenameRow row={row} />
                    </Box>
                  </li>
                ))}
              </ul>
            </Card>
          </>
        )}
      </BlockStack>
    </Page>
  );
}

function Relabel({ id, count }: { id: string; count: number }) {
  const { number } = useFormat();
  const names = `${number(count)} ${plural(count, "name", "names")}`;
  const relabel = useVerb(`${names} brought up to date`);
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <RefusedBanner title="Nothing was changed" message={relabel.refused} />
        <Text as="h2" variant="headingMd">
          {count === 0
            ? "No older name reads by the newest version as it is"
            : `${names} ${plural(count, "reads", "read")} by the newest version as ${plural(count, "it is", "they are")}`}
        </Text>
        <Text as="p" tone="subdued">
          Bringing a name up to date changes what reports know of it. The code stays as it is and
          keeps working.
        </Text>
        {count > 0 ? (
          <AllowedButton
            action="campaign.edit"
            variant="primary"
            loading={relabel.isBusy}
            onClick={() => relabel.send(`/app/settings/conventions/${id}/relabel`)}
          >
            {`Bring ${names} up to date`}
          </AllowedButton>
        ) : null}
        <Text as="p" tone="subdued">
          Other names can only change with their codes: make a new campaign by the new name, and let
          the old one run out.
        </Text>
      </BlockStack>
    </Card>
  );
}

function RenameRow({ row }: { row: RenameOverview["rows"][number] }) {
  const { number } = useFormat();
  const { id, name, version, uses, step } = row;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <span className="bf-code">
          <Link url={`/app/campaigns/${id}`}>{name}</Link>
        </span>
        <Badge tone={STEP_TONES[step.kind]}>{STEP_LABELS[step.kind]}</Badge>
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {`Version ${version} · ${number(uses)} ${plural(uses, "use", "uses")}`}
      </Text>
      <RenameStepText id={id} step={step} />
    </BlockStack>
  );
}
