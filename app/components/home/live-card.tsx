import { BlockStack, Card, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import type { Live } from "#app/domain/insight/dashboard.ts";
import { Sparkline } from "#app/components/chart/sparkline.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { dayPartUrl, dayUrl, hourUrl } from "#app/components/insight/lines-url.ts";
import { addDays } from "#app/domain/shared/days.ts";
import { usePoliteRefresh } from "./use-polite-refresh.ts";

/** What is used right now; looks again by itself while somebody looks. `day`: today, where the shop is. */
export function LiveCard({ live, day }: { live: Live; day: string }) {
  usePoliteRefresh();
  const { hour, hours, today, yesterday, campaigns } = live;
  const thisHour = hours.at(-1)?.value ?? 0;
  const dayBefore = addDays(day, -1);
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
            <Behind count={today} url={dayUrl("shop:redeemed", day)} what="today in all" />
            {` ${plural(today, "redemption", "redemptions")} today`}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            <Behind
              count={thisHour}
              url={hourUrl("shop:redeemed", day, hour)}
              what="this hour in all"
            />
            {" this hour · "}
            <Behind
              count={yesterday}
              url={dayPartUrl("shop:redeemed", dayBefore, { first: 0, last: hour })}
              what="by this hour yesterday"
            />
            {" by this hour yesterday"}
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
                  <td data-label="This hour">
                    <Behind
                      count={campaign.thisHour}
                      url={hourUrl(`campaign:${campaign.id}`, day, hour)}
                      what={`this hour of ${campaign.name}`}
                    />
                  </td>
                  <td data-label="Today">
                    <Behind
                      count={campaign.today}
                      url={dayUrl(`campaign:${campaign.id}`, day)}
                      what={`today of ${campaign.name}`}
                    />
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

/** A count that opens its orders; a use that was freed leaves none, and there is something to see. */
function Behind({ count, url, what }: { count: number; url: string; what: string }) {
  const { number } = useFormat();
  const text = number(count);
  return (
    <Link url={url} accessibilityLabel={`${text} ${what}. See the orders`}>
      {text}
    </Link>
  );
}
