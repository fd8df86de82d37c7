import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import type { CheckoutsOf } from "#app/domain/checkout/checkout-list.ts";
import type { CampaignReport } from "#app/domain/insight/report.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { Change } from "./change.tsx";
import { Figure, Note } from "./figure.tsx";
import { checkoutsUrl } from "./lines-url.ts";

/** Checkouts at which the campaign's code was entered, and what became of them. */
export function CheckoutsCard({ report }: { report: CampaignReport }) {
  const { number, percent } = useFormat();
  const { campaign, range, before, checkouts } = report;
  const { now, then } = checkouts;
  const open = now.checkouts - now.ordered;
  const openThen = then.checkouts - then.ordered;
  const urls = (of: CheckoutsOf) => ({
    now: checkoutsUrl(of, campaign.id, range),
    then: checkoutsUrl(of, campaign.id, before),
  });
  const [all, ordered, left] = [urls("all"), urls("ordered"), urls("open")];
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
          <Figure
            label="Checkouts with the code"
            value={number(now.checkouts)}
            behind="checkouts"
            url={now.checkouts > 0 ? all.now : undefined}
          >
            <Change
              {...{ now: now.checkouts, then: then.checkouts, say: number }}
              url={all.then}
              behind="checkouts"
            />
          </Figure>
          <Figure
            label="Ordered"
            value={number(now.ordered)}
            behind="checkouts"
            url={now.ordered > 0 ? ordered.now : undefined}
          >
            <Change
              {...{ now: now.ordered, then: then.ordered, say: number }}
              url={ordered.then}
              behind="checkouts"
            />
            {now.checkouts > 0 ? (
              <Note>{`${percent(now.ordered / now.checkouts)} of them`}</Note>
            ) : null}
          </Figure>
          <Figure
            label="Not ordered"
            value={number(open)}
            behind="checkouts"
            url={open > 0 ? left.now : undefined}
          >
            <Change
              {...{ now: open, then: openThen, say: number }}
              url={left.then}
              behind="checkouts"
            />
            {open > 0 ? <Note>Left, still under way, or ordered without the code</Note> : null}
          </Figure>
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
