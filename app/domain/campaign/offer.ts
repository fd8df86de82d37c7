/**
 * What a discount takes off. `basisPoints` are hundredths of a percent (1000 = 10 %);
 * `amountMinor` is in the currency's minor unit (cents).
 */
export type Offer =
  | { kind: "percentage"; basisPoints: number }
  | { kind: "fixed_amount"; amountMinor: number; currency: string }
  | { kind: "free_shipping" };
