import type { FeltStep } from "../fair-use/policy.ts";

/**
 * What a decision brings about. What is not asked of Shopify is done with it, in one transaction; the rest after it, by a
 * job that looks before it acts. `sign_in`: codes ask the person to sign in. `split`, `join`: two people who are linked are
 * different people, or one. `until`: a shop-local day; null: without end.
 */
export type Effect =
  | FeltEffect
  | { kind: LinkWord; lowId: string; highId: string }
  | { kind: "free_use"; orderId: string; codeKey: string }
  | { kind: "tag_customer"; customerId: string; tag: string }
  | { kind: "tag_order"; orderId: string; tag: string }
  | { kind: "note_order"; orderId: string; text: string }
  | { kind: "risk"; orderId: string; level: RiskLevel; facts: readonly string[] }
  | { kind: "cancel_order"; orderId: string };

export type FeltEffect = {
  kind: FeltStep;
  personId: string;
  campaignId: string | null;
  group: number | null;
  until: string | null;
};
/** What is decided on the link between two people. */
type LinkWord = "split" | "join";
export type EffectKind = Effect["kind"];
export type ShopifyEffect = Exclude<Effect, { kind: FeltStep | LinkWord | "free_use" }>;
export type RiskLevel = "HIGH" | "LOW";

/**
 * `requested`: waits for somebody to confirm it. `waiting`: to be done in Shopify; `undoing`: to be taken back there. `begun`: Shopify is at it.
 * `failed`: Shopify refused, and somebody has to look.
 */
export type EffectState =
  "requested" | "waiting" | "begun" | "done" | "failed" | "undoing" | "undone";

/** Why Shopify refused what the merchant has not allowed the app yet. */
export const NOT_ALLOWED =
  "Bonafide may not change orders in your store yet. Give it the permission, and it is tried again.";

export const EFFECT_STATE_LABELS: Record<EffectState, string> = {
  requested: "Waits for your confirmation",
  waiting: "On its way to Shopify",
  begun: "Shopify is at it",
  done: "Done",
  failed: "Refused by Shopify",
  undoing: "Being taken back",
  undone: "Taken back",
};

/** What can be asked of Shopify with a decision, as the form names it. */
export const SHOPIFY_EFFECTS = [
  "tag_customer",
  "tag_order",
  "note_order",
  "risk",
  "cancel_order",
] as const satisfies readonly ShopifyEffect["kind"][];

export function isForShopify(effect: Effect): effect is ShopifyEffect {
  return (SHOPIFY_EFFECTS as readonly string[]).includes(effect.kind);
}
