import type { CodeState } from "#app/domain/code/summary.ts";

export const CODE_STATES = [
  "pending",
  "live",
  "failed",
  "released",
] as const satisfies readonly CodeState[];
export const CODE_STATE_CHOICES: readonly (CodeState | "all")[] = ["all", ...CODE_STATES];

export type CodeListQuery = { text: string; campaignId: string | null; state: CodeState | "all" };

export type CampaignChoice = { id: string; name: string };
