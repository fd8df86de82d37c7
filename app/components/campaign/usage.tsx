import { BlockStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { CampaignSummary } from "#app/domain/campaign/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** What the uses are measured against: the total limit, else the codes made, else nothing. */
function usageBase(campaign: Pick<CampaignSummary, "totalCap" | "codes">): {
  base: number;
  of: "uses" | "codes";
} | null {
  if (campaign.totalCap !== null) return { base: campaign.totalCap, of: "uses" };
  return campaign.codes.kind === "unique" ? { base: campaign.codes.count, of: "codes" } : null;
}

/** "3,214 of 10,000 codes used", or "412 uses" where nothing bounds them. */
export function usageText(
  campaign: Pick<CampaignSummary, "totalCap" | "codes" | "uses">,
  number: (value: number) => string,
): string {
  const base = usageBase(campaign);
  if (!base) return `${number(campaign.uses)} ${plural(campaign.uses, "use", "uses")}`;
  const tail = base.of === "codes" ? "codes used" : "uses";
  return `${number(campaign.uses)} of ${number(base.base)} ${tail}`;
}

export function Usage({
  campaign,
}: {
  campaign: Pick<CampaignSummary, "totalCap" | "codes" | "uses">;
}) {
  const { number } = useFormat();
  const base = usageBase(campaign);
  const id = useId();
  return (
    <BlockStack gap="100">
      <Text as="span" id={id} numeric>
        {usageText(campaign, number)}
      </Text>
      {base && base.base > 0 ? (
        <ProgressBar
          size="small"
          tone="primary"
          progress={Math.min(100, Math.round((campaign.uses / base.base) * 100))}
          ariaLabelledBy={id}
          animated={false}
        />
      ) : null}
    </BlockStack>
  );
}
