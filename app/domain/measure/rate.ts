/** A share from 0 to 1; null when there is nothing to share: no issuance, no rate. */
export function rateOf(hits: number, of: number): number | null {
  return of > 0 ? hits / of : null;
}

/** Average order value in minor units, rounded half up; null without orders. */
export function averageOrderMinor(revenueMinor: number, orders: number): number | null {
  return orders > 0 ? Math.floor(revenueMinor / orders + 0.5) : null;
}
