import { BlockStack, Card, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import type { Live } from "#app/domain/insight/dashboard.ts";
import { Sparkline } from "#app/components/chart/sparkline.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { dayUrl } from "#app/components/insight/lines-url.ts";
import { usePoliteRefresh } from "./use-polite-refresh.ts";

/** What is used right now; looks again by itself while somebody looks. `day`: today, where the shop is. */
export function LiveCard({ live, day }: { live: Live; day: string }) {
  const { number } = useFormat();
  usePoliteRefresh();
  const { hours, today, yesterday, campaigns } = live;
  const behind = (slice: string, text: string, of: string) => (
    <Link url={dayUrl(slice, day)} accessibilityLabel={`${text} today ${of}. See the orders`}>
      {text}
    </Link>
  );
  const thisHour = hours.at(-1)?.value ?? 0;
  return (
    <Card>
      <InlineGrid columns={{ xs: 1, md: "minmax(0, 2fr) minmax(0, 3fr)" }} gap="400">
        <BlockStack gap="150">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              Right now
            </Text>
            <span className="bf-pulse" aria-hidden="true" />
          </InlineStack>
          <Text as="p" variant="headingLg" numeric>
            {today === 0 ? "0" : behind("shop:redeemed", number(today), "in all")}
            {` ${plural(today, "redemption", "redemptions")} today`}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {`${number(thisHour)} this hour · ${number(yesterday)} by this hour yesterday`}
          </Text>
          <Sparkline
            values={hours.map(({ value }) => value)}
            label="Redemptions an hour over the last 24 hours"
          />
        </BlockStack>
        {campaigns.length === 0 ? (
          <Text as="p" tone="subdued">
            No code was used today. Uses appear here within seconds of the order.
          </Text>
        ) : (
          <table className="bf-numbers">
            <caption className="bf-unseen">Campaigns used today</caption>
            <thead>
              <tr>
                <th scope="col">Campaign</th>
                <th scope="col">This hour</th>
                <th scope="col">Today</th>
              </tr>
            </thead>
            <tbody>
              {campaigns.map((campaign) => (
                <tr key={campaign.id}>
                  <th scope="row">
                    <Link url={`/app/campaigns/${campaign.id}/report?days=7`}>{campaign.name}</Link>
                  </th>
                  <td data-label="This hour">{number(campaign.thisHour)}</td>
                  <td data-label="Today">
                    {behind(
                      `campaign:${campaign.id}`,
                      number(campaign.today),
                      `of ${campaign.name}`,
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </InlineGrid>
    </Card>
  );
}
