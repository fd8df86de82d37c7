import type { LimitWindow } from "#app/domain/policy/limit.ts";
import type { Buyer } from "#app/domain/policy/question.ts";
import type { RejectReason } from "#app/domain/policy/verdict.ts";

/** What identifies somebody at a checkout and on their order. `customerId`: of an account. */
export type Shopper = { customerId?: number; email?: string; phone?: string };

/** One order of the past, oldest first. */
export type PastOrder = {
  by: Shopper;
  /** As it was typed; null: the order carries none. The campaign's when left out. */
  code?: string | null;
  /**
   * `cancelled`, `refunded` (in full): what became of it. `edited`: the code was added to the order afterwards, without
   * a checkout.
   */
  then?: "cancelled" | "refunded" | "edited";
};

/** Somebody types the code. Several attempts of a case are one checkout, at which more becomes known of the shopper. */
export type Attempt = {
  by: Shopper;
  /** Of an account (`customerId`): signed in unless this says they only typed its e-mail. */
  state?: Buyer["state"];
  /** The campaign's when left out. */
  code?: string;
  /** What Bonafide says. */
  verdict: "accept" | RejectReason;
  /** What the test outside fixes, where Bonafide differs. */
  theirs?: "accept" | "refuse";
  /** How many uses the shopper is told of; null: nothing. Not compared when left out. */
  told?: number | null;
};

/** One behaviour fixed by somebody else's test suite, in our words. The code of the campaign is `CODE`. */
export type OutsideCase = {
  file: string;
  /** The test's own name there. */
  test: string;
  says: string;
  /** Null: no limit is set. For life when no window is named. */
  limit: { perCustomer: number; window?: LimitWindow } | null;
  /** Whether a cancelled order gives its use back; so it does when left out. */
  freesOnCancel?: boolean;
  past: readonly PastOrder[];
  attempts: readonly Attempt[];
  /** Uses that count afterwards, by whomever. Not compared when left out. */
  uses?: number;
  /** Orders flagged as beyond the limit; none when left out. */
  flagged?: number;
  /** What Bonafide does instead, and why. There if and only if an attempt has `theirs`, or `differsIn` says what else. */
  differs?: string;
  /** Where it is not an attempt that differs. */
  differsIn?: "recording";
};

export type OutsideSource = { repository: string; cases: readonly OutsideCase[] };

export const CODE = "SUMMER26_10OFF";

/** The shop's day on which everything is tried. */
export const TODAY = "2026-06-15";

export function buyerOf({ by, state }: Attempt): Buyer {
  const { customerId, email = "", phone = "" } = by;
  const unknown = email || phone ? "guest" : "anonymous";
  const orders = customerId === undefined ? null : 0;
  return { state: state ?? (customerId ? "signed_in" : unknown), email, phone, orders };
}
