import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { usageText } from "../usage.tsx";
import { validityText } from "../validity.tsx";

type Told = Pick<
  CampaignDetail,
  "budget" | "status" | "startsAt" | "endsAt" | "totalCap" | "codes" | "uses" | "sync"
>;

/** "Live in Shopify, 3,214 of 10,000 codes used, ends in 6 days." */
export function statusSentence(
  campaign: Told,
  view: { now: string; locale: string; number: (value: number) => string },
): string {
  const validity = validityText(campaign, view.now, view.locale);
  const parts = [whereItStands(campaign), usageText(campaign, view.number), lowerFirst(validity)];
  return `${parts.join(", ")}.`;
}

function whereItStands({ status, sync, budget }: Told): string {
  if (sync.state === "failed") return "Not up to date in Shopify";
  if (sync.state !== "synced") return "On its way to Shopify";
  switch (status) {
    case "active":
      return "Live in Shopify";
    case "scheduled":
      return "Ready in Shopify";
    case "paused":
      return budget.reached
        ? "Paused because its cap is reached: codes are refused at checkout"
        : "Paused: codes are refused at checkout";
    case "used_up":
      return "Used up: codes are refused at checkout";
    case "expired":
    case "ended":
      return "Over";
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
