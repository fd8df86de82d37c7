import { BlockStack, Card, List } from "@shopify/polaris";
import { MOST_POSTED } from "#app/domain/issuance/posted.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { SectionHeading } from "#app/components/frame/section-heading.tsx";

/** What the API does, with a call to try. */
export function ApiCard({ address }: { address: string }) {
  const { number } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <SectionHeading
          title="Whom a campaign was issued to"
          text="Each time your system sends a campaign or a code to somebody, it tells Bonafide. They count in the campaign’s redemption rate, and where only those it was issued to may use it, checkout lets them through."
        />
        <pre className="bf-code">{exampleOf(address)}</pre>
        <List>
          <List.Item>
            Say who by “customer_id” (Shopify’s number), “email” or “phone”. Addresses are not kept,
            only keyed hashes.
          </List.Item>
          <List.Item>
            “code”, “channel” and “issued_at” are yours to add. Without “issued_at” it is now.
          </List.Item>
          <List.Item>
            {`Up to ${number(MOST_POSTED)} rows a call. The answer says for each row that cannot be used what is wrong; the others are recorded, and the same again is not counted twice.`}
          </List.Item>
        </List>
      </BlockStack>
    </Card>
  );
}

function exampleOf(address: string): string {
  const row = {
    campaign: "SUMMER26_FREESHIP",
    email: "ana@example.com",
    channel: "newsletter",
  };
  return [
    `curl ${address} \\`,
    '  -H "Authorization: Bearer bonafide_…" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '${JSON.stringify({ issuances: [row] })}'`,
  ].join("\n");
}
