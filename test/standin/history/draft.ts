import { fold } from "../checkout/evaluate.ts";
import { judgeNatively } from "../checkout/judge.ts";
import type { CheckoutLine } from "../checkout/line.ts";
import type { OrderDraft } from "../checkout/order-draft.ts";
import { price, type AppliedCode } from "../checkout/price.ts";
import { flatShipping } from "../checkout/shipping.ts";
import type { CheckoutShop } from "../checkout/shop.ts";
import { pricedLines, titleOf, variantOf } from "../checkout/variants.ts";
import type { HistoryCode, HistoryOptions } from "./options.ts";
import type { Chance } from "./random.ts";
import type { Shopper } from "./shopper.ts";

const DAY_MS = 86_400_000;

/** One order of the past: who, what, with which code, paid how. `uses` remembers who used which code how often. */
export function draftAt(
  { shop, codes }: HistoryOptions,
  dice: Chance,
  { shopper, at }: { shopper: Shopper; at: Date },
  uses: Map<string, number>,
): OrderDraft {
  const lines = pickLines(shop, dice);
  const priced = pricedLines(shop, lines);
  const shipping = flatShipping(priced);
  const days = (shop.now().getTime() - at.getTime()) / DAY_MS;
  const known = codes.filter(({ sinceDays = Infinity }) => days <= sinceDays);
  const code = pickCode(known, dice, shopper);
  const applied = tryCode(shop, code, shopper, priced, uses, at);
  const sites = applied.length > 0 ? (code?.referringSites ?? []) : [];
  const isTransfer = dice.next() < 0.06;
  return {
    checkoutToken: token(dice),
    cartToken: token(dice),
    customerId: shopper.customerId,
    email: shopper.email,
    phone: shopper.phone,
    lines: priced.map((line) => ({
      lineId: line.id,
      variantId: line.variantId,
      productId: line.productId,
      title: titleOf(variantOf(shop, line.variantId)),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
    })),
    shippingPrice: shipping,
    shippingAddress: {
      firstName: shopper.firstName,
      lastName: shopper.lastName,
      ...shopper.home,
      country: shop.country,
    },
    applications: price(priced, shipping ?? 0, applied).applications,
    financialStatus: isTransfer ? "pending" : "paid",
    gateway: isTransfer ? "Bank Deposit" : "shopify_payments",
    isTest: false,
    browserIp: shopper.client.ip,
    userAgent: shopper.client.userAgent,
    ...(sites.length > 0 ? { referringSite: dice.pick(sites) } : {}),
    createdAt: at,
  };
}

/** The code if Shopify would have taken it then. */
function tryCode(
  shop: CheckoutShop,
  code: HistoryCode | undefined,
  shopper: Shopper,
  lines: readonly CheckoutLine[],
  uses: Map<string, number>,
  at: Date,
): AppliedCode[] {
  const discount = code && shop.discountOf(code.code);
  if (!discount) return [];
  const key = `${fold(code.code)} ${shopper.email ?? shopper.customerId ?? ""}`;
  const used = uses.get(key) ?? 0;
  if (used >= (code.mostPerCustomer ?? Infinity)) return [];
  const reason = judgeNatively(discount, code.code, {
    now: at,
    customerId: shopper.customerId,
    email: shopper.email,
    lines,
    shippingPrice: flatShipping(lines),
    country: shop.country,
    isInSegment: shop.isInSegment,
    usesOf: shop.usesOf,
    usedBefore: (one, entered) => shop.usedBefore(one, entered, shopper),
  });
  if (reason !== undefined) return [];
  uses.set(key, used + 1);
  return [{ code: code.code, discount }];
}

function pickLines(shop: CheckoutShop, dice: Chance) {
  const variants = shop.products().flatMap((product) => product.variants);
  const count = Math.min(1 + dice.weighted([6, 3, 1]), variants.length);
  const picked = new Set(Array.from({ length: count }, () => dice.pick(variants).id));
  return [...picked].map((variantId) => ({ variantId, quantity: 1 + dice.weighted([7, 2, 1]) }));
}

/** Who is after a code takes the first; it is the one that most use. */
function pickCode(
  codes: readonly HistoryCode[],
  dice: Chance,
  { isAfterCode }: Shopper,
): HistoryCode | undefined {
  if (isAfterCode) return codes[0];
  const shares = codes.map(({ share }) => share);
  const none = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0));
  return codes[dice.weighted([...shares, none])];
}

function token(dice: Chance): string {
  return Array.from({ length: 32 }, () => dice.below(16).toString(16)).join("");
}
