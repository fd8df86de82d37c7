import type { Limit } from "./limit.ts";

export type RejectReason = "limit_reached" | "not_in_segment" | "disqualified" | "sign_in_needed";

/**
 * What the guard says of one entered code. `rule` is null for a code that is not ours.
 *
 * `limit` is the rule's own, known to anyone. The rest is about the person and only present when
 * they are signed in: `count` uses so far in the period `period` (a `Period.key`), and `until`,
 * the last local date the refusal holds (absent when it does not end).
 */
export type Verdict =
  | { code: string; rule: string | null; outcome: "accept" }
  | {
      code: string;
      rule: string;
      outcome: "reject";
      reason: RejectReason;
      limit?: Limit;
      period?: string;
      count?: number;
      until?: string;
    };
