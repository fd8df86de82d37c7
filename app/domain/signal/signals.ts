import type { Signal, SignalKind } from "./signal.ts";
import { chargeback } from "./signals/chargeback.ts";
import { couponSite } from "./signals/coupon-site.ts";
import { disposableAddress } from "./signals/disposable-address.ts";
import { employeeUse } from "./signals/employee-use.ts";
import { guestRoundTrip } from "./signals/guest-round-trip.ts";
import { householdLimit } from "./signals/household-limit.ts";
import { leakedCode } from "./signals/leaked-code.ts";
import { overLimit } from "./signals/over-limit.ts";
import { overshoot } from "./signals/overshoot.ts";
import { prepaidCard } from "./signals/prepaid-card.ts";
import { refundAfterBonus } from "./signals/refund-after-bonus.ts";
import { selfReferral } from "./signals/self-referral.ts";
import { velocity } from "./signals/velocity.ts";

/** Every signal there is: a new one is a file and a line here. Earlier ones name the flag when two are as strong. */
export const SIGNALS: Readonly<Record<SignalKind, Signal>> = {
  over_limit: overLimit,
  overshoot,
  self_referral: selfReferral,
  employee_use: employeeUse,
  leaked_code: leakedCode,
  guest_round_trip: guestRoundTrip,
  chargeback,
  velocity,
  household_limit: householdLimit,
  disposable_address: disposableAddress,
  prepaid_card: prepaidCard,
  coupon_site: couponSite,
  refund_after_bonus: refundAfterBonus,
};
