/** What can be made to go wrong on the way to the Admin API. The control panel and tests set it; see `faults/`. */
export type Faults = {
  /** Asked once for every call, before anything is done. */
  readonly beforeCall: (call: AdminCall) => FaultAction;
  /** Asked once for everything Shopify is to do in the background, before it is begun. */
  readonly beforeWork: (work: BackgroundWork) => WorkFault;
};

export type AdminCall = {
  readonly shop: string;
  readonly kind: CallKind;
  /** The operation's name, or the first root field of a nameless one; `access_token` for OAuth. */
  readonly operation: string;
  /** Root fields, such as `discountRedeemCodeBulkAdd`; empty for OAuth. */
  readonly fields: readonly string[];
};

/** `download`: the file of a bulk operation. */
type CallKind = "query" | "mutation" | "oauth" | "download";

export type BackgroundWork = {
  readonly shop: string;
  /** The root field that asked for it, such as `discountRedeemCodeBulkAdd`. */
  readonly name: string;
};

/** `done`: how much is done before it goes wrong: codes, discounts, lines of a file. */
export type WorkFault =
  | { readonly action: "pass" }
  /** Is begun so much later, in world time. */
  | { readonly action: "delay"; readonly ms: number }
  /** Never says that it is done. */
  | { readonly action: "stall"; readonly done: number }
  /** Stops, and nobody knows of it any more: its id names nothing. */
  | { readonly action: "vanish"; readonly done: number }
  /** Fails; only a bulk operation can, the others go on. */
  | { readonly action: "fail"; readonly done: number };

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
  | { readonly action: "loseResponse" }
  /** The access token is taken back, and with `refresh` what would renew it; the call is answered 401. */
  | { readonly action: "revoke"; readonly refresh: boolean }
  /** The shop takes a scope away; then the call is carried out with what is left. */
  | { readonly action: "dropScope"; readonly scope: string }
  /** The shop removes the app; the call is answered 401. */
  | { readonly action: "uninstall" };

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

/** What the calls of a shop came to since it was last asked to forget. */
export type ShopUsage = {
  calls: number;
  /** Of the bucket, as they were really charged. */
  points: number;
  throttled: number;
  /** Answered with another status than 200, or not at all. */
  failed: number;
  /** Understood, and refused in `userErrors`. */
  refused: number;
  readonly operations: Record<string, { calls: number; points: number; throttled: number }>;
};
