import type { SignalKind } from "./signal.ts";

export const KIND_LABELS: Record<SignalKind, string> = {
  over_limit: "One person over the limit",
  overshoot: "Overshoot",
  self_referral: "Own code",
  employee_use: "Staff code used by others",
  leaked_code: "Beyond its audience",
  guest_round_trip: "Again as a guest",
  chargeback: "Chargeback after the bonus",
  velocity: "Many in a short time",
  household_limit: "Household over its limit",
  disposable_address: "Disposable address",
  prepaid_card: "Prepaid card",
  coupon_site: "From a coupon site",
  refund_after_bonus: "Refund after the bonus",
};
