import { limitOn, type CampaignLimit } from "../campaign/limit.ts";
import type { Season } from "../policy/season.ts";

/** The last local day of the promotion a campaign is part of: of its season's turn, else of itself; null: it does not end. */
export function periodEnd(
  campaign: { limits: readonly CampaignLimit[]; lastDay: string | null },
  seasons: readonly Season[],
  today: string,
): string | null {
  const turns = campaign.limits.flatMap((limit) => {
    const window = limitOn(limit, seasons, today)?.window;
    return typeof window === "object" && window.kind === "period" ? [window.last] : [];
  });
  const [latest] = turns.sort().reverse();
  return latest ?? campaign.lastDay;
}
