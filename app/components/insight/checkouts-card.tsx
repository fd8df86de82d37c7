import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import { countOf, type CheckoutsOf } from "#app/domain/checkout/checkout-list.ts";
import type { CampaignReport } from "#app/domain/insight/report.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { Change } from "./change.tsx";
import { Figure, Note } from "./figure.tsx";
import { checkoutsUrl } from "./lines-url.ts";

/** Checkouts at which the campaign's code was entered, and what became of them. */
export function CheckoutsCard({ report }: { report: CampaignReport }) {
  const { percent } = useFormat();
  const { checkouts, ordered } = report.checkouts.now;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            At the checkout
          </Text>
          <Text as="p" tone="subdued">
            Checkouts that began in these days and had the code, if only for a moment. A code that
            was refused is not counted.
          </Text>
        </BlockStack>
        <InlineGrid columns={{ xs: 2, md: 3 }} gap="400">
          <Count label="Checkouts with the code" of="all" report={report} />
          <Count
            label="Ordered"
            of="ordered"
            report={report}
            note={checkouts > 0 ? `${percent(ordered / checkouts)} of them` : null}
          />
          <Count
            label="Not ordered"
            of="open"
            report={report}
            note={checkouts > ordered ? "Left, still under way, or ordered without the code" : null}
          />
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}

type CountProps = {
  label: string;
  of: CheckoutsOf;
  report: CampaignReport;
  note?: string | null;
};

function Count({ label, of, report, note = null }: CountProps) {
  const { number } = useFormat();
  const { campaign, range, before, checkouts } = report;
  const now = countOf(of, checkouts.now);
  return (
    <Figure
      label={label}
      value={number(now)}
      behind="checkouts"
      url={now > 0 ? checkoutsUrl(of, campaign.id, range) : undefined}
    >
      <Change
        now={now}
        then={countOf(of, checkouts.then)}
        say={number}
        url={checkoutsUrl(of, campaign.id, before)}
        behind="checkouts"
      />
      {note === null ? null : <Note>{note}</Note>}
    </Figure>
  );
}
