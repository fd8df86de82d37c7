import { Banner, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { describeOdds } from "#app/domain/code/guess-odds.ts";
import { CopyCode } from "#app/components/code/copy-code.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { Usage } from "../usage.tsx";
import { BatchList } from "./batch-list.tsx";
import { isUnderWay } from "./batch-words.ts";
import { MoreCodes } from "./more-codes.tsx";
import { useBatchWatch } from "./use-batch-watch.ts";
import { useRefreshWhile } from "./use-refresh-while.ts";
import { isOnItsWay } from "./use-sync-watch.ts";

/** The codes, how many of them are used, and how far they are on their way to Shopify. */
export function CodesCard({ campaign }: { campaign: CampaignDetail }) {
  const { number } = useFormat();
  const { codes, codeStates, batches, sync } = campaign;
  const isPublic = codes.kind === "public";
  const said = useBatchWatch(batches);
  const goesOn = batches.some(isUnderWay);
  // While the campaign itself is on its way, the page is loaded again anyhow.
  useRefreshWhile(goesOn && !isOnItsWay(sync.state));
  const all = `/app/codes?campaign=${campaign.id}`;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Codes
          </Text>
          <Link url={all}>{isPublic ? "See the code" : "See all codes"}</Link>
        </InlineStack>
        {isPublic ? (
          <CopyCode code={campaign.publicCode?.code ?? campaign.name} />
        ) : (
          <WhichCodes campaign={campaign} />
        )}
        <Usage campaign={campaign} />
        {codeStates.pending > 0 && !goesOn ? (
          <Text as="p" tone="subdued">
            {`${number(codeStates.live)} of ${number(codeStates.pending + codeStates.live + codeStates.failed)} codes are in Shopify, ${number(codeStates.pending)} are waiting. They go on when you leave this page.`}
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
        {codeStates.paused > 0 ? (
          <Text as="p">
            {`${number(codeStates.paused)} ${plural(codeStates.paused, "code is", "codes are")} paused. `}
            <Link url={`${all}&state=paused`}>See which</Link>
          </Text>
        ) : null}
        {isPublic ? null : <BatchList campaignId={campaign.id} batches={batches} />}
        {goesOn ? (
          <Text as="p" variant="bodySm" tone="subdued">
            It goes on when you leave this page.
          </Text>
        ) : null}
        <div role="status" className="bf-unseen">
          {said}
        </div>
        {campaign.wanted === "ended" ? null : <AddCodes campaign={campaign} />}
      </BlockStack>
    </Card>
  );
}

function WhichCodes({ campaign }: { campaign: CampaignDetail }) {
  const { number } = useFormat();
  const { codes, unique, usesPerCode, name } = campaign;
  if (codes.kind === "list") {
    const times = usesPerCode === 1 ? "once" : `${number(usesPerCode ?? 0)} times`;
    const each = usesPerCode === null ? "" : ` Each can be used ${times}.`;
    return (
      <Text as="p">
        {`${number(codes.count)} ${plural(codes.count, "code", "codes")} of your own list.${each}`}
      </Text>
    );
  }
  return (
    <BlockStack gap="100">
      <Text as="p" breakWord>
        {`${number(codes.count)} unique ${plural(codes.count, "code", "codes")} beginning with ${unique?.prefix ?? name}`}
      </Text>
      {unique ? (
        <Text as="p" tone="subdued">
          {`${describeOdds(unique)}${unique.check ? " The last character is a check character." : ""}`}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function AddCodes({ campaign }: { campaign: CampaignDetail }) {
  const { codes, unique, id } = campaign;
  if (codes.kind === "public") return null;
  return (
    <InlineStack gap="200">
      {unique ? (
        <MoreCodes campaign={campaign} unique={unique} />
      ) : (
        <AllowedButton action="campaign.edit" url={`/app/codes/import?campaign=${id}`}>
          Import more
        </AllowedButton>
      )}
    </InlineStack>
  );
}
