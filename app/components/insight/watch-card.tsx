import { BlockStack, Card, Link, List, Text } from "@shopify/polaris";
import type { Anomaly, CampaignWatch } from "#app/domain/insight/watch.ts";
import { TrendLines } from "#app/components/chart/trend-lines.tsx";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { anomalyUrl } from "./anomaly-url.ts";
import { anomalyWords } from "./anomaly-words.ts";
import { hourUrl } from "./lines-url.ts";

/** The last days hour by hour, with the range that is usual, and what stood out. */
export function WatchCard({ watch, slice }: { watch: CampaignWatch; slice: string }) {
  const { day, number, numberShort } = useFormat();
  const { hours, anomalies } = watch;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Is it used as usual?
        </Text>
        {anomalies.length === 0 ? (
          <Text as="p" tone="subdued">
            {hours.length === 0
              ? "Known once it has been used for a week. From then on, uses that are far from usual raise an alarm here and on the home page."
              : "Nothing stood out in the last 7 days."}
          </Text>
        ) : (
          <List>
            {anomalies.map((each) => (
              <List.Item key={each.id}>
                <StoodOut anomaly={each} />
              </List.Item>
            ))}
          </List>
        )}
        {hours.length > 0 ? (
          <TrendLines
            title="Redemptions an hour over the last 7 days, in the range that is usual"
            axis={{
              name: "Hour",
              places: hours.map(
                (each) => `${day(each.day)}, ${String(each.hour).padStart(2, "0")}:00`,
              ),
            }}
            series={[
              {
                name: "Redemptions",
                values: hours.map(({ claims }) => claims),
                urls: hours.map((each) =>
                  each.hasLines ? hourUrl(slice, each.day, each.hour) : null,
                ),
              },
            ]}
            band={{
              name: "95 of 100 hours",
              low: hours.map(({ low }) => low),
              high: hours.map(({ high }) => high),
            }}
            whole
            formatValue={number}
            formatTick={numberShort}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function StoodOut({ anomaly }: { anomaly: Anomaly }) {
  const { number } = useFormat();
  const { shop } = useFrame();
  const { at, code, aside } = anomaly;
  const words = anomalyWords(anomaly, number);
  return (
    <>
      {code ? `${code}: ` : ""}
      <Link
        url={anomalyUrl(anomaly, shop.timeZone)}
        accessibilityLabel={`${words}. See the orders`}
      >
        {words}
      </Link>
      {", "}
      <When at={at} />
      {aside ? `; set aside by ${aside.by}` : ""}
    </>
  );
}
