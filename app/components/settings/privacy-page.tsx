import { BlockStack, Box, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import {
  ACCESS_LABELS,
  KEPT,
  type DataRequest,
  type PrivacySummary,
} from "#app/domain/insight/privacy.ts";
import { plural } from "#app/components/format/number.ts";
import { When } from "#app/components/format/when.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useDownload } from "#app/components/list/use-download.ts";

/** What customers asked for, and who saw personal data. */
export function PrivacyPage({ privacy }: { privacy: PrivacySummary }) {
  return (
    <Page
      title="Personal data"
      subtitle="Bonafide keeps keyed hashes instead of names and addresses: these stand only in stored webhooks, for the days set under Orders and numbers, and in the answers below. What it shows of people comes from Shopify."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <BlockStack gap="400">
        <Requests requests={privacy.requests} />
        <Accesses accesses={privacy.accesses} />
      </BlockStack>
    </Page>
  );
}

function Requests({ requests }: Pick<PrivacySummary, "requests">) {
  const download = useDownload();
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            Customer requests
          </Text>
          <RefusedBanner title="There is no file" message={download.problem} />
          <Text as="p" tone="subdued">
            {requests.length === 0
              ? "None. When a customer asks through Shopify what is kept about them, the answer appears here as a file."
              : `Pass each file on to its customer within 30 days. It is deleted after ${KEPT.exportDays} days, or when Shopify has the customer erased.`}
          </Text>
        </BlockStack>
      </Box>
      {requests.length > 0 ? (
        <ul className="bf-list">
          {requests.map((request) => (
            <li key={request.id}>
              <Box padding="400">
                <Request
                  request={request}
                  isBusy={download.isBusy}
                  onDownload={() =>
                    void download.start(`/app/settings/privacy/export/${request.id}`)
                  }
                />
              </Box>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

type RequestProps = { request: DataRequest; isBusy: boolean; onDownload: () => void };

function Request({ request, isBusy, onDownload }: RequestProps) {
  const name = `Customer ${request.customerId}`;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="h3" fontWeight="semibold">
          {name}
        </Text>
        <Text as="p" tone="subdued">
          Asked <When at={request.at} />
          {request.isWhole ? "" : "; the file is still being put together"}
        </Text>
      </BlockStack>
      <Button
        disabled={isBusy || !request.isWhole}
        onClick={onDownload}
        accessibilityLabel={`Download ${name}`}
      >
        Download
      </Button>
    </InlineStack>
  );
}

function Accesses({ accesses }: Pick<PrivacySummary, "accesses">) {
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            Who saw personal data
          </Text>
          <Text as="p" tone="subdued">
            {accesses.length === 0 ? "Nobody yet. " : ""}
            {`Each entry is kept for ${KEPT.accessYears} years.`}
          </Text>
        </BlockStack>
      </Box>
      {accesses.length > 0 ? (
        <ul className="bf-list">
          {accesses.map(({ id, at, who, what, people }) => (
            <li key={id}>
              <Box padding="400">
                <Text as="p">
                  {`${who} ${ACCESS_LABELS[what]}: ${people} ${plural(people, "person", "people")} `}
                  <When at={at} />
                </Text>
              </Box>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
