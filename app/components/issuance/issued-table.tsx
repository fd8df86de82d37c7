import { BlockStack, Card, Text } from "@shopify/polaris";
import type { IssuedSummary } from "#app/domain/issuance/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";

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
                <td>{number(each.people)}</td>
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
