import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { Distribution } from "#app/domain/insight/people.ts";
import type { Range } from "#app/domain/insight/range.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { peopleUrl } from "./lines-url.ts";

/** Of mailings to chosen customers; not the 70 % that are often told. */
const USUAL_RATE = 0.12;

type Props = { rows: readonly Distribution[]; campaignId: string; range: Range };

/** Of the people it was issued to, by how: who redeemed it. Nothing issued, no rate. */
export function Distributions({ rows, campaignId, range }: Props) {
  const { number, percent } = useFormat();
  const people = (channel: string, text: string) => (
    <Link
      url={peopleUrl("issued", `campaign:${campaignId}`, range, channel ? { channel } : {})}
      accessibilityLabel={`${text}, issued by ${channel || "any way"}. See the people`}
    >
      {text}
    </Link>
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Redemption rate by distribution
        </Text>
        {rows.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing was issued in these days, so there is no rate: who was given a code has to be
            known to say how many of them used it.{" "}
            <Link url={`/app/campaigns/${campaignId}/issued`}>See whom it was issued to</Link>
          </Text>
        ) : (
          <>
            <table className="bf-numbers">
              <caption className="bf-unseen">Redemption rate by distribution</caption>
              <thead>
                <tr>
                  <th scope="col">Issued by</th>
                  <th scope="col">Rate</th>
                  <th scope="col">95% interval</th>
                  <th scope="col">Redeemers</th>
                  <th scope="col">People</th>
                  <th scope="col">Median time to redeem</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ channel, issued, redeemers, rate, interval, medianDays }) => (
                  <tr key={channel}>
                    <th scope="row">{channel || "All"}</th>
                    <td data-label="Rate">
                      {rate === null ? "–" : people(channel, percent(rate))}
                    </td>
                    <td data-label="95% interval">
                      {interval ? `${percent(interval[0])} to ${percent(interval[1])}` : "–"}
                    </td>
                    <td data-label="Redeemers">{people(channel, number(redeemers))}</td>
                    <td data-label="People">{people(channel, number(issued))}</td>
                    <td data-label="Median time to redeem">
                      {medianDays === null
                        ? "–"
                        : people(
                            channel,
                            `${number(medianDays)} ${plural(medianDays, "day", "days")}`,
                          )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Text as="p" variant="bodySm" tone="subdued">
              {`People it was first issued to in these days, whenever they redeemed. About ${percent(USUAL_RATE)} is usual for mailings to chosen customers.`}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
