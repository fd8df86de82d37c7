import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { IssuedChannel, IssuedSummary } from "#app/domain/issuance/summary.ts";
import { addDays } from "#app/domain/shared/days.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { peopleUrl } from "#app/components/insight/lines-url.ts";

/** How many people it was issued to by each channel, and how many of them redeemed. */
export function IssuedTable({ issued }: { issued: IssuedSummary }) {
  const { number, percent } = useFormat();
  const { people, redeemers, channels } = issued;
  const share = (hits: number, of: number) => `${percent(hits / of)} of ${number(of)}`;
  if (people === 0) {
    return (
      <Card>
        <Text as="p" tone="subdued">
          Nobody is recorded yet. Bring a list of who was mailed, handed or shown this campaign, and
          their share that redeems it appears here.
        </Text>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {`${number(people)} ${plural(people, "person", "people")}`}
        </Text>
        <Text as="p">{`${number(redeemers)} redeemed it: ${share(redeemers, people)}.`}</Text>
        <table className="bf-evidence">
          <thead>
            <tr>
              <th scope="col">Channel</th>
              <th scope="col">People</th>
              <th scope="col">Redeemed</th>
              <th scope="col">Last issued</th>
            </tr>
          </thead>
          <tbody>
            {channels.map((each) => (
              <tr key={each.channel}>
                <th scope="row">{each.channel}</th>
                <td>
                  <Link
                    url={peopleUrl("issued", `campaign:${issued.campaign.id}`, daysOf(each), {
                      channel: each.channel,
                    })}
                    accessibilityLabel={`${number(each.people)} people, issued by ${each.channel}. See them`}
                  >
                    {number(each.people)}
                  </Link>
                </td>
                <td>{`${number(each.redeemers)} (${percent(each.redeemers / each.people)})`}</td>
                <td>
                  <When at={each.last} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </BlockStack>
    </Card>
  );
}

/** From the day before the first to the day after the last: where the shop is, either may be another day. */
function daysOf({ first, last }: IssuedChannel) {
  return { from: addDays(first.slice(0, 10), -1), to: addDays(last.slice(0, 10), 1) };
}
