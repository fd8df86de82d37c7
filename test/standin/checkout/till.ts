import { randomBytes } from "node:crypto";
import { askFunctions, type Functions } from "./ask-functions.ts";
import { areSold, missing, personOf } from "./checks.ts";
import type { Buyer, Checkout, CheckoutLineInput, PayResult } from "./checkout.ts";
import { evaluate, fold, type Verdict } from "./evaluate.ts";
import { draftOf } from "./draft.ts";
import type { Address, Client, PaymentMethod } from "./order-draft.ts";
import { price } from "./price.ts";
import { flatShipping } from "./shipping.ts";
import type { CheckoutShop } from "./shop.ts";
import { pricedLines } from "./variants.ts";

export type TillOptions = {
  readonly functions: Functions;
  readonly codesForFunctions: "eligible" | "existing";
};

export type Opening = {
  readonly sessionId: string;
  readonly lines: readonly CheckoutLineInput[];
  readonly buyer?: Buyer;
  readonly address?: Partial<Address>;
  readonly language?: string;
};

/** Codes one checkout takes at most; Shopify's own limits of what may stand are lower. */
const MOST_ENTERED = 8;

const NOWHERE: Address = {
  firstName: "",
  lastName: "",
  address1: "1 Test Street",
  city: "Testville",
  zip: "10115",
  country: "DE",
};

/** All open checkouts of all shops, and what can be done with one. State lives as long as the process. */
export class Till {
  readonly #options: TillOptions;
  readonly #checkouts = new Map<string, Checkout>();
  readonly #paying = new Set<string>();

  constructor(options: TillOptions) {
    this.#options = options;
  }

  /** Undefined when a line is not something the shop sells, or not a quantity. */
  async open(shop: CheckoutShop, opening: Opening): Promise<Checkout | undefined> {
    if (!areSold(shop, opening.lines)) return undefined;
    const checkout: Checkout = {
      id: shop.nextCheckoutId(),
      token: randomBytes(16).toString("hex"),
      cartToken: randomBytes(16).toString("hex"),
      shop: shop.handle,
      sessionId: opening.sessionId,
      createdAt: shop.now(),
      lines: opening.lines,
      buyer: opening.buyer ?? { kind: "guest", email: undefined, phone: undefined },
      codes: [],
      verdicts: [],
      price: price([], 0, []),
      address: { ...NOWHERE, country: shop.country, ...opening.address },
      language: opening.language ?? shop.language,
      order: undefined,
    };
    this.#checkouts.set(checkout.token, checkout);
    await this.#evaluate(shop, checkout, [], "checkout");
    shop.announce("checkouts/create", checkout);
    return checkout;
  }

  find(shop: CheckoutShop, token: string): Checkout | undefined {
    const checkout = this.#checkouts.get(token);
    return checkout?.shop === shop.handle ? checkout : undefined;
  }

  /** Codes are judged again for the new lines, buyer or address; those that fall are in `verdicts`. */
  async change(
    shop: CheckoutShop,
    checkout: Checkout,
    changes: {
      readonly lines?: readonly CheckoutLineInput[];
      readonly buyer?: Buyer;
      readonly address?: Partial<Address>;
      readonly language?: string;
    },
  ): Promise<boolean> {
    if (changes.lines && !areSold(shop, changes.lines)) return false;
    checkout.lines = changes.lines ?? checkout.lines;
    checkout.buyer = changes.buyer ?? checkout.buyer;
    checkout.address = { ...checkout.address, ...changes.address };
    checkout.language = changes.language ?? checkout.language;
    await this.#evaluate(shop, checkout, checkout.codes, "checkout");
    shop.announce("checkouts/update", checkout);
    return true;
  }

  /** Enters a code beside those that stand. The verdicts are for all of them, the new one last. */
  async enter(shop: CheckoutShop, checkout: Checkout, code: string): Promise<readonly Verdict[]> {
    const entered = code.trim();
    const others = checkout.codes.filter((known) => fold(known) !== fold(entered));
    const codes = [...others.slice(-(MOST_ENTERED - 1)), entered];
    await this.#evaluate(shop, checkout, codes, "checkout");
    shop.announce("checkouts/update", checkout);
    return checkout.verdicts;
  }

  async remove(shop: CheckoutShop, checkout: Checkout, code: string): Promise<void> {
    const codes = checkout.codes.filter((known) => fold(known) !== fold(code));
    await this.#evaluate(shop, checkout, codes, "checkout");
    shop.announce("checkouts/update", checkout);
  }

  /**
   * Judges everything once more, as Shopify does when a checkout completes, then makes the order. Two payments
   * of one checkout at the same time make one order.
   */
  async pay(
    shop: CheckoutShop,
    checkout: Checkout,
    payment: {
      readonly method: PaymentMethod;
      readonly client: Client;
      /** Goes on although a code fell. */
      readonly acceptChanges: boolean;
    },
  ): Promise<PayResult> {
    if (checkout.order) return { kind: "already-paid", order: checkout.order };
    const incomplete = missing(shop, checkout);
    if (incomplete) return incomplete;
    if (this.#paying.has(checkout.token)) {
      return { kind: "declined", message: "This checkout is being paid already." };
    }
    this.#paying.add(checkout.token);
    try {
      const before = checkout.codes;
      await this.#evaluate(shop, checkout, before, "pay");
      if (checkout.codes.length < before.length && !payment.acceptChanges) {
        return { kind: "changed", verdicts: checkout.verdicts };
      }
      if (payment.method === "declined-card") {
        return { kind: "declined", message: "Your card was declined. Try another payment method." };
      }
      checkout.order = await shop.placeOrder(draftOf(shop, checkout, payment));
      shop.announce("checkouts/update", checkout);
      return { kind: "placed", order: checkout.order };
    } finally {
      this.#paying.delete(checkout.token);
    }
  }

  async #evaluate(
    shop: CheckoutShop,
    checkout: Checkout,
    codes: readonly string[],
    moment: "checkout" | "pay",
  ): Promise<void> {
    const who = personOf(shop, checkout.buyer);
    const lines = pricedLines(shop, checkout.lines);
    const evaluation = await evaluate({
      codes,
      discountOf: shop.discountOf,
      codesForFunctions: this.#options.codesForFunctions,
      askFunctions: (shown) => askFunctions(this.#options.functions, shop, checkout, shown, moment),
      context: {
        now: shop.now(),
        customerId: who.customerId,
        email: who.email,
        lines,
        shippingPrice: flatShipping(lines),
        country: checkout.address.country,
        isInSegment: shop.isInSegment,
        usesOf: shop.usesOf,
        usedBefore: (discount, code) => shop.usedBefore(discount, code, who),
      },
    });
    checkout.verdicts = evaluation.verdicts;
    checkout.price = evaluation.price;
    checkout.codes = evaluation.verdicts
      .filter(({ status }) => status === "accepted")
      .map(({ code }) => code);
  }
}
