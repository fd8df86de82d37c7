import { exponentOf } from "../function/money.ts";
import type { Presentment } from "./order.ts";

export type Money = { readonly amount: string; readonly currency_code: string };
export type MoneyBag = { readonly shop_money: Money; readonly presentment_money: Money };

/** Minor units as REST writes them, with all digits: `1990` USD → `"19.90"`. */
export function amountText(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const sign = minor < 0 ? "-" : "";
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/** An amount in the shop's currency, and rounded in the shopper's. */
export function moneyBag(
  minor: number,
  { currency, presentment }: { readonly currency: string; readonly presentment: Presentment },
): MoneyBag {
  const shift = 10 ** (exponentOf(presentment.currency) - exponentOf(currency));
  const presented = Math.round(minor * presentment.rate * shift);
  return {
    shop_money: { amount: amountText(minor, currency), currency_code: currency },
    presentment_money: {
      amount: amountText(presented, presentment.currency),
      currency_code: presentment.currency,
    },
  };
}
