/** How many digits a currency's minor unit has: 2 for EUR, 0 for JPY, 3 for KWD. */
function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** `1050` of EUR as `"10.5"`: Shopify's Decimal drops zeros after the first digit behind the point. */
function decimal(minor: number, currency: string): string {
  const value = (minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));
  return value.includes(".") ? value.replace(/(\.\d+?)0+$/, "$1") : `${value}.0`;
}

/** `1050` of EUR as `"10.50"`: the older Money scalar keeps them. */
export function moneyScalar(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** A Decimal as minor units; rounded, as amounts below the minor unit cannot be charged. */
export function minorUnits(amount: unknown, currency: string): number {
  return Math.round(Number(amount) * 10 ** minorDigits(currency));
}

export function moneyView(minor: number, currency: string) {
  return {
    __typename: "MoneyV2",
    amount: decimal(minor, currency),
    currencyCode: currency,
  };
}
