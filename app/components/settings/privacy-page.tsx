import { useRevalidator } from "@remix-run/react";
import { BlockStack, Box, Button, Card, Link, Page, Pagination, Text } from "@shopify/polaris";
import {
  ACCESS_LABELS,
  ANSWERED_WITHIN_DAYS,
  KEPT,
  type DataRequest,
  type PersonalAccess,
  type PrivacySummary,
} from "#app/domain/insight/privacy.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useDownload } from "#app/components/list/use-download.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";

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
  const { revalidate } = useRevalidator();
  const { number } = useFormat();
  const { rows, total } = requests;
  // Whoever takes a file stands below at once, and the file is known to be taken.
  const take = (id: string) =>
    void download.start(`/app/settings/privacy/export/${id}`).then(revalidate);
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <div id="requests" tabIndex={-1}>
            <Text as="h2" variant="headingMd">
              {total === 0 ? "Customer requests" : `Customer requests (${number(total)})`}
            </Text>
          </div>
          <RefusedBanner title="There is no file" message={download.problem} />
          <Text as="p" tone="subdued">
            {total === 0
              ? "None. When a customer asks through Shopify what is kept about them, the answer appears here as a file."
              : `Pass each file on to its customer within ${ANSWERED_WITHIN_DAYS} days. It is deleted after ${KEPT.exportDays} days, or when Shopify has the customer erased.`}
          </Text>
        </BlockStack>
      </Box>
      {rows.length > 0 ? (
        <ul className="bf-list">
          {rows.map((request) => (
            <li key={request.id}>
              <Box padding="400">
                <Request
                  request={request}
                  isBusy={download.isBusy}
                  onDownload={() => take(request.id)}
                />
              </Box>
            </li>
          ))}
        </ul>
      ) : null}
      <Pages of="requests" list="requests" page={requests} />
    </Card>
  );
}

type RequestProps = { request: DataRequest; isBusy: boolean; onDownload: () => void };

function Request({ request, isBusy, onDownload }: RequestProps) {
  const { date } = useFormat();
  const name = request.customerId === null ? "A guest" : `Customer ${request.customerId}`;
  return (
    <div className="bf-entry">
      <BlockStack gap="050">
        <Text as="h3" fontWeight="semibold">
          {name}
        </Text>
        <Text as="p" tone="subdued">
          Asked <When at={request.at} />
          {request.takenAt ? (
            <>
              , file taken <When at={request.takenAt} />
            </>
          ) : (
            `, due by ${date(request.dueAt)}`
          )}
          {request.isWhole ? "" : "; the file is still being put together"}
        </Text>
      </BlockStack>
      <div>
        <Button
          disabled={isBusy || !request.isWhole}
          onClick={onDownload}
          accessibilityLabel={`Download ${name}`}
        >
          Download
        </Button>
      </div>
    </div>
  );
}

function Accesses({ accesses }: Pick<PrivacySummary, "accesses">) {
  const { rows } = accesses;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <div id="accesses" tabIndex={-1}>
            <Text as="h2" variant="headingMd">
              Who saw personal data
            </Text>
          </div>
          <Text as="p" tone="subdued">
            {rows.length === 0 ? "Nobody yet. " : ""}
            {`Each entry is kept for ${KEPT.accessYears} years.`}
          </Text>
        </BlockStack>
      </Box>
      {rows.length > 0 ? (
        <ul className="bf-list">
          {rows.map((access) => (
            <li key={access.id}>
              <Box paddingInline="400" paddingBlock="300">
                <Access access={access} />
              </Box>
            </li>
          ))}
        </ul>
      ) : null}
      <Pages of="entries" list="accesses" page={accesses} />
    </Card>
  );
}

type PagesProps = {
  of: string;
  list: "requests" | "accesses";
  page: PrivacySummary["requests" | "accesses"];
};

/** Pages of one of the two lists, under its own name in the address: the other stays where it is. */
function Pages({ of, list, page: { next, previous } }: PagesProps) {
  const { change } = useListAddress();
  const turn = (to: string | null) => {
    change({ [list]: to });
    // Where the list begins, and never nowhere: the button may be gone on the next page.
    document.getElementById(list)?.focus();
  };
  if (next === null && previous === null) return null;
  return (
    <Pagination
      type="table"
      hasNext={next !== null}
      hasPrevious={previous !== null}
      onNext={() => turn(next)}
      onPrevious={() => turn(previous)}
      label="Latest first"
      accessibilityLabels={{ previous: `Later ${of}`, next: `Earlier ${of}` }}
    />
  );
}

function Access({ access: { at, who, what, people, found } }: { access: PersonalAccess }) {
  const { number } = useFormat();
  return (
    <BlockStack gap="050">
      <Text as="p" breakWord>
        {`${who} ${ACCESS_LABELS[what]}: ${number(people)} ${plural(people, "person", "people")}`}
        {found ? (
          <>
            {", "}
            <Link url={`/app/review/${found.id}`}>{`case ${found.number}`}</Link>
          </>
        ) : null}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        <When at={at} />
      </Text>
    </BlockStack>
  );
}
