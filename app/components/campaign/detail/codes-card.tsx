import { Banner, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { CopyCode } from "#app/components/code/copy-code.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { Usage } from "../usage.tsx";

/** The codes, how many of them are used, and how far they are on their way to Shopify. */
export function CodesCard({ campaign }: { campaign: CampaignDetail }) {
  const { number } = useFormat();
  const { codes, codeStates } = campaign;
  const made = codeStates.pending + codeStates.live + codeStates.failed;
  const all = `/app/codes?campaign=${campaign.id}`;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Codes
          </Text>
          <Link url={all}>{codes.kind === "unique" ? "See all codes" : "See the code"}</Link>
        </InlineStack>
        {codes.kind === "public" ? (
          <CopyCode code={campaign.name} />
        ) : (
          <Text as="p">
            {`${number(codes.count)} unique codes beginning with ${campaign.name}`}
          </Text>
        )}
        <Usage campaign={campaign} />
        {codeStates.pending > 0 ? (
          <Text as="p" tone="subdued">
            {`${number(codeStates.live)} of ${number(made)} codes are in Shopify, ${number(codeStates.pending)} are waiting. They go on when you leave this page.`}
          </Text>
        ) : null}
        {codeStates.failed > 0 ? (
          <Banner tone="warning">
            <p>
              {`Shopify refused ${number(codeStates.failed)} ${plural(codeStates.failed, "code", "codes")}. `}
              <Link url={`${all}&state=failed`}>See which, and why</Link>
            </p>
          </Banner>
        ) : null}
      </BlockStack>
    </Card>
  );
}
