/** What goes wrong. `lost-response`: the work is done, then the connection breaks before the answer. */
export type FaultEffect =
  | { readonly kind: "slow"; readonly ms: number }
  | { readonly kind: "status"; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: "throttled" }
  | { readonly kind: "reset" }
  | { readonly kind: "lost-response" }
  | { readonly kind: "hang" }
  | { readonly kind: "duplicate"; readonly times: number }
  | { readonly kind: "drop" }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "reorder"; readonly withinMs: number };

/** A rule meets calls (by operation name) or webhooks (by topic); all conditions given must hold. */
export type FaultRule = {
  readonly id: string;
  readonly on: "admin" | "oauth" | "webhook";
  readonly shop?: string;
  /** GraphQL operation name or root field, or webhook topic; absent: any. */
  readonly match?: string;
  /** Only the nth one met (1 = the next). */
  readonly nth?: number;
  /** Only so many times in all. */
  readonly times?: number;
  /** 0–1, drawn from the world's seed. */
  readonly probability?: number;
  readonly effect: FaultEffect;
  met: number;
  applied: number;
};
