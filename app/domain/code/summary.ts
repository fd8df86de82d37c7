/** Where a code is on its way to Shopify. */
export type CodeState = "pending" | "live" | "failed" | "released";

export const CODE_STATE_LABELS: Record<CodeState, string> = {
  pending: "Waiting for Shopify",
  live: "In Shopify",
  failed: "Refused by Shopify",
  released: "No longer assigned",
};

export type CodeSummary = {
  id: string;
  code: string;
  state: CodeState;
  /** Why Shopify refused it, in words for the merchant. */
  error: string | null;
  campaign: { id: string; name: string };
  uses: number;
  lastUsedAt: string | null;
};
