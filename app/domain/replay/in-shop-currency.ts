import { decimalText, parseMinor } from "../shared/money.ts";

type Money = { amount?: unknown; currency_code?: unknown } | null | undefined;

/** The body of an order as far as its money goes; whatever else it holds stays as it is. */
type Body = {
  currency?: unknown;
  total_price?: unknown;
  total_price_set?: { shop_money?: Money; presentment_money?: Money } | null | undefined;
};

/**
 * An order whose `currency` is not the shop's, in the shop's: its total as its `total_price_set` has it, and what codes
 * took off at the same rate (a code that took something off never becomes one that took nothing). Shopify's webhooks are
 * in the shop's currency; these are of a shop that has changed it, or of another system. An order that came to nothing
 * tells no rate: what its codes took off is not known then. Where the body does not say what it was worth, it stays as it is.
 */
export function inShopCurrency<T extends Body>(body: T, shopCurrency: string): T {
  const { currency, total_price: total, total_price_set: set } = body;
  if (typeof currency !== "string" || currency === shopCurrency) return body;
  const own = [set?.shop_money, set?.presentment_money].find(
    (money) => money?.currency_code === shopCurrency,
  );
  const shopMinor = minorOf(own?.amount, shopCurrency);
  const totalMinor = minorOf(total, currency);
  if (shopMinor === null || totalMinor === null || (totalMinor === 0 && shopMinor > 0)) return body;
  const convert = (amount: unknown) => {
    const minor = minorOf(amount, currency);
    if (minor === null || minor === 0) return amount;
    if (totalMinor === 0) return null;
    const converted = Math.round((minor * shopMinor) / totalMinor);
    return decimalText(minor > 0 ? Math.max(1, converted) : converted, shopCurrency);
  };
  return {
    ...(withAmounts(body, convert) as T),
    currency: shopCurrency,
    total_price: decimalText(shopMinor, shopCurrency),
  };
}

type Convert = (amount: unknown) => unknown;

/** Converts what a code took off, in the codes themselves and wherever it was allocated to. */
function withAmounts(value: unknown, convert: Convert, within = ""): unknown {
  if (Array.isArray(value)) {
    return value.map((each: unknown) => withAmounts(each, convert, within));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, each]: [string, unknown]) => {
    if (name === "amount" && DISCOUNTS.has(within)) return [name, convert(each)];
    if (DISCOUNTS.has(name) || HOLDERS.has(name)) return [name, withAmounts(each, convert, name)];
    return [name, each];
  });
  return Object.fromEntries(entries);
}

const DISCOUNTS = new Set(["discount_codes", "discount_allocations"]);
const HOLDERS = new Set(["line_items", "shipping_lines"]);

function minorOf(amount: unknown, currency: string): number | null {
  return typeof amount === "string" || typeof amount === "number"
    ? parseMinor(String(amount), currency)
    : null;
}
