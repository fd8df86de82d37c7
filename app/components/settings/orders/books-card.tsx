import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import {
  booksAgree,
  type BookCheck,
  type BookDifference,
} from "#app/domain/redemption/book-check.ts";
import type { IntakeSummary } from "#app/domain/insight/intake.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

const MEASURES = [
  ["orders", "Orders"],
  ["revenueMinor", "Revenue"],
  ["refundMinor", "Refunds"],
] as const;

/** Whether ledger, rollups and Shopify say the same, with both sides' sums and the orders that differ. */
export function BooksCard({ check }: { check: IntakeSummary["check"] }) {
  const verb = useVerb("Shopify’s orders are compared");
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              Do the numbers add up?
            </Text>
            {check ? (
              <Badge tone={booksAgree(check) ? "success" : "critical"}>
                {booksAgree(check) ? "Yes" : "No"}
              </Badge>
            ) : null}
          </InlineStack>
          <AllowedButton
            action="campaign.edit"
            loading={verb.isBusy}
            onClick={() => verb.send("/app/settings/orders/check")}
          >
            Check now
          </AllowedButton>
        </InlineStack>
        <RefusedBanner title="It was not begun" message={verb.refused} />
        {check ? (
          <Found check={check} />
        ) : (
          <Text as="p" tone="subdued">
            Not checked yet. It is checked every day, once past orders are read.
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Found({ check }: { check: BookCheck & { checkedAt: string } }) {
  const { number, money, day } = useFormat();
  const say = (what: string, value: number) =>
    what === "orders" ? number(value) : money(value, check.currency);
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        Checked <When at={check.checkedAt} />: orders changed since {day(check.since.slice(0, 10))},
        one by one.
      </Text>
      <table className="bf-sides">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Shopify</th>
            <th scope="col">Bonafide</th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map(([measure, label]) => (
            <tr key={measure}>
              <th scope="row">{label}</th>
              <td data-label="Shopify">{say(measure, check.shopify[measure])}</td>
              <td data-label="Bonafide">{say(measure, check.ledger[measure])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text as="p">
        {check.rollupRows === 0
          ? "Every row of the reports is what the ledger adds up to."
          : `${number(check.rollupRows)} ${plural(check.rollupRows, "row", "rows")} of the reports are not what the ledger adds up to. “npm run rebuild” folds them anew.`}
      </Text>
      <Differences check={check} say={say} />
    </BlockStack>
  );
}

type Say = (what: string, value: number) => string;

function Differences({ check, say }: { check: BookCheck; say: Say }) {
  if (check.differing === 0) return null;
  const text = ({ order, what, shopify, ledger }: BookDifference) => {
    const [, label] = MEASURES.find(([measure]) => measure === what) ?? ["", what];
    return `${order}: ${label.toLowerCase()} ${say(what, shopify)} in Shopify, ${say(what, ledger)} here`;
  };
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {`${check.differing} ${plural(check.differing, "order differs", "orders differ")}`}
      </Text>
      <ul>
        {check.differences.map((each) => (
          <li key={`${each.order} ${each.what}`}>{text(each)}</li>
        ))}
      </ul>
      <Text as="p" tone="subdued">
        The next comparison takes in what Shopify has.
      </Text>
    </BlockStack>
  );
}
