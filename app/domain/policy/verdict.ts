/**
 * - `not_eligible`: not in the segments or tags the campaign asks for, or in one it leaves out.
 * - `new_only`, `returning_only`: the campaign is for the others.
 */
export type RejectReason =
  | "disqualified"
  | "sign_in_needed"
  | "not_eligible"
  | "new_only"
  | "returning_only"
  | "limit_reached";

/**
 * Why a code is refused. `limit` (of several reached, the one that holds longest) is the rule's own as it is written
 * (`limitText`), known to anyone. The rest is about the person and only there when they are signed in: `count` uses so far
 * within the limit's window, and `until`, the last local day the refusal holds, a `dayCode` (absent when it does not end,
 * or when only another code in this cart is in the way). `hasTexts` is the rule's.
 */
export type Rejection = {
  code: string;
  rule: string;
  outcome: "reject";
  reason: RejectReason;
  hasTexts: boolean;
  limit?: string;
  count?: number;
  until?: string;
};

/** What the guard says of one entered code; `rule` is null for a code that is not ours. */
export type Verdict = { code: string; rule: string | null; outcome: "accept" } | Rejection;
