import type { Limit } from "./limit.ts";

export type RejectReason = "limit_reached" | "not_in_segment" | "disqualified" | "sign_in_needed";

/**
 * Why a code is refused. `limit` is the rule's own, known to anyone. The rest is about the person
 * and only there when they are signed in: `count` uses so far in the period `period` (a
 * `Period.key`), and `until`, the last local date the refusal holds (absent when it does not end).
 */
export type Rejection = {
  code: string;
  rule: string;
  outcome: "reject";
  reason: RejectReason;
  limit?: Limit;
  period?: string;
  count?: number;
  until?: string;
};

/** What the guard says of one entered code; `rule` is null for a code that is not ours. */
export type Verdict = { code: string; rule: string | null; outcome: "accept" } | Rejection;
