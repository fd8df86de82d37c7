/** What can be made to go wrong on the way to the Admin API. The control panel and tests set it; see `faults/`. */
export type Faults = {
  /** Asked once for every call, before anything is done. */
  readonly beforeCall: (call: AdminCall) => FaultAction;
};

export type AdminCall = {
  readonly shop: string;
  readonly kind: CallKind;
  /** The operation's name, or the first root field of a nameless one; `access_token` for OAuth. */
  readonly operation: string;
  /** Root fields, such as `discountRedeemCodeBulkAdd`; empty for OAuth. */
  readonly fields: readonly string[];
};

type CallKind = "query" | "mutation" | "oauth";

export type FaultAction =
  | { readonly action: "pass" }
  /** Answers with an HTTP status and does nothing; `429` and `503` may say when to come back. */
  | { readonly action: "status"; readonly status: number; readonly retryAfterSeconds?: number }
  /** HTTP 200 with the error `THROTTLED`, whatever the bucket holds. Nothing is done. */
  | { readonly action: "throttle" }
  /** Closes the connection before doing anything. */
  | { readonly action: "reset" }
  /** Does it after so many milliseconds of real time. */
  | { readonly action: "slow"; readonly ms: number }
  /** Does it, and closes the connection instead of answering. */
  | { readonly action: "loseResponse" };

export type CallLog = {
  readonly at: Date;
  readonly shop: string;
  readonly kind: CallKind;
  readonly operation: string;
  readonly fields: readonly string[];
  readonly requestedCost: number;
  readonly actualCost: number;
  /** The HTTP status; 0 when the connection was closed instead. */
  readonly status: number;
  /** `ok`, or the code of the first error, such as `THROTTLED`; `userErrors` when it was understood and refused. */
  readonly outcome: string;
};
