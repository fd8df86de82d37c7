import { useNavigate } from "@remix-run/react";
import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { LintList } from "#app/components/naming/lint-list.tsx";
import { NameParts } from "../form/name-parts.tsx";
import { canPutRight } from "../form/put-right.ts";
import { useCampaignCheck } from "./use-campaign-check.ts";

/** The name taken apart by the convention it was made with, and where it does not say what the campaign does. */
export function NameCard({ campaign }: { campaign: CampaignDetail }) {
  const { id, convention, dimensions } = campaign;
  const { lints, warnings } = useCampaignCheck(campaign);
  const { may } = useMay("campaign.edit");
  const navigate = useNavigate();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          What the name says
        </Text>
        <NameParts parts={dimensions} />
        <div aria-live="polite">
          <BlockStack gap="200">
            <LintList
              lints={lints}
              // Nothing is changed by a click here: the form shows what would be.
              onFix={(fix) => navigate(`/app/campaigns/${id}/edit`, { state: { fix } })}
              canFix={(fix) => may && canPutRight(fix, campaign.offer.kind)}
            />
            {lints.length > 0 ? (
              <Link url={`/app/campaigns/${id}/edit`}>Change what the campaign does</Link>
            ) : null}
            {warnings.map((warning) => (
              <Text as="p" tone="caution" key={warning}>
                {warning}
              </Text>
            ))}
          </BlockStack>
        </div>
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          {`By ${convention.name}, version ${convention.version}: ${convention.pattern}`}
        </Text>
      </BlockStack>
    </Card>
  );
}
