import fc from "fast-check";

/** A webhook about an order: its topic and its body, as Shopify's REST payloads have it. */
export type OrderWebhook = { topic: string; payload: Record<string, unknown> & { id: number } };

export type Shopper = { customerId: number | null; email: string | null; phone: string | null };

type Step =
  | { kind: "pay" | "cancel" | "expire" | "remove_code" | "dispute" | "win" | "change_currency" }
  | { kind: "add_code"; code: string; cents: number }
  | { kind: "change_total"; cents: number }
  | { kind: "refund"; percent: number };

type Options = {
  orderId: number;
  codes: readonly string[];
  shoppers: readonly Shopper[];
  /** Milliseconds since 1970 of the earliest possible placing. */
  from: number;
};

const MINUTE = 60_000;

const kinds = (options: Options): fc.Arbitrary<Step> =>
  fc.oneof(
    fc.constantFrom<Step>(
      { kind: "pay" },
      { kind: "cancel" },
      { kind: "expire" },
      { kind: "remove_code" },
      { kind: "dispute" },
      { kind: "win" },
      { kind: "change_currency" },
    ),
    fc.record({
      kind: fc.constant("add_code" as const),
      code: fc.constantFrom(...options.codes),
      cents: fc.integer({ min: 0, max: 2_000 }),
    }),
    fc.record({
      kind: fc.constant("change_total" as const),
      cents: fc.integer({ min: 1, max: 20_000 }),
    }),
    fc.record({ kind: fc.constant("refund" as const), percent: fc.constantFrom(10, 50, 100) }),
  );

/**
 * The webhooks of one order's life in the order they happened: placed, then paid, edited, refunded in part or in full,
 * cancelled, expired, paid late, as chance has it. Each change is a newer snapshot; a refund comes as its own webhook too.
 */
export function orderLife(options: Options): fc.Arbitrary<OrderWebhook[]> {
  const gap = fc.integer({ min: 1, max: 3 * 24 * 60 });
  return fc
    .record({
      start: fc.integer({ min: 0, max: 20 * 24 * 60 }),
      shopper: fc.constantFrom(...options.shoppers),
      test: fc.constantFrom(false, false, false, false, true),
      total: fc.integer({ min: 1, max: 20_000 }),
      abroad: fc.boolean(),
      codes: fc.uniqueArray(fc.constantFrom(...options.codes), { maxLength: 2 }),
      cents: fc.integer({ min: 0, max: 2_000 }),
      steps: fc.array(fc.tuple(gap, kinds(options)), { maxLength: 6 }),
    })
    .map(({ start, shopper, test, total, abroad, codes, cents, steps }) => {
      const placed = options.from + start * MINUTE;
      const order = new LivingOrder(options, { placed, shopper, test, abroad }, total);
      order.codes = codes.map((code) => ({ code, cents }));
      order.tell("orders/create");
      for (const [minutes, step] of steps) order.take(step, minutes);
      return order.told;
    });
}

const money = (cents: number) => (Math.round(cents) / 100).toFixed(2);
const iso = (time: number) => new Date(time).toISOString();

/** `abroad`: the shopper pays in another currency than the shop's. */
type Kind = { placed: number; shopper: Shopper; test: boolean; abroad: boolean };

/** What the shopper's currency is to the shop's. */
const RATE = 1.37;

class LivingOrder {
  readonly told: OrderWebhook[] = [];
  codes: { code: string; cents: number }[] = [];
  #status = "pending";
  #cancelledAt: string | null = null;
  #refunds: Record<string, unknown>[] = [];
  #refunded = 0;
  #now: number;
  readonly #options: Options;
  readonly #kind: Kind;
  #currency = "EUR";
  #disputed: string | null = null;
  #total: number;

  constructor(options: Options, kind: Kind, total: number) {
    this.#options = options;
    this.#kind = kind;
    this.#now = kind.placed;
    this.#total = total;
  }

  take(step: Step, minutes: number): void {
    this.#now += minutes * MINUTE;
    const hasPaid = ["paid", "partially_refunded", "refunded"].includes(this.#status);
    switch (step.kind) {
      case "pay":
        if (hasPaid) return;
        this.#status = "paid";
        return this.tell("orders/paid");
      case "expire":
        if (this.#status !== "pending") return;
        this.#status = "expired";
        return this.tell("orders/updated");
      case "cancel":
        if (this.#cancelledAt) return;
        this.#cancelledAt = iso(this.#now);
        if (!hasPaid) this.#status = "voided";
        return this.tell("orders/cancelled");
      case "refund":
        if (hasPaid) this.#refund(Math.ceil((this.#total * step.percent) / 100));
        return;
      case "add_code":
        if (this.codes.some(({ code }) => code === step.code)) return;
        this.codes = [...this.codes, { code: step.code, cents: step.cents }];
        return this.#edited();
      case "remove_code":
        this.codes = this.codes.slice(1);
        return this.#edited();
      case "change_total":
        this.#total = step.cents;
        return this.#edited();
      case "change_currency":
        this.#currency = this.#currency === "EUR" ? "USD" : "EUR";
        return this.tell("orders/updated");
      case "dispute":
        if (this.#disputed) return;
        this.#disputed = iso(this.#now);
        return this.#tellDispute("disputes/create", "needs_response");
      case "win":
        return this.#disputed ? this.#tellDispute("disputes/update", "won") : undefined;
    }
  }

  /** Shopify tells what was done to the order, and then the order as it is now. */
  #edited(): void {
    const edit = { id: this.#now, order_id: this.#options.orderId, committed_at: iso(this.#now) };
    this.told.push({ topic: "orders/edited", payload: { id: edit.id, order_edit: edit } });
    this.tell("orders/updated");
  }

  #tellDispute(topic: string, status: string): void {
    const { orderId } = this.#options;
    const payload = { id: orderId * 10, order_id: orderId, type: "chargeback", status };
    this.told.push({ topic, payload: { ...payload, initiated_at: this.#disputed } });
  }

  #refund(wanted: number): void {
    const cents = Math.min(wanted, this.#total - this.#refunded);
    if (cents <= 0) return;
    this.#refunded += cents;
    const refund = {
      id: this.#options.orderId * 100 + this.#refunds.length,
      order_id: this.#options.orderId,
      created_at: iso(this.#now),
      transactions: [
        this.#kind.abroad
          ? { kind: "refund", status: "success", amount: money(cents * RATE), currency: "CHF" }
          : { kind: "refund", status: "success", amount: money(cents), currency: this.#currency },
      ],
    };
    this.#refunds = [...this.#refunds, refund];
    this.#status = this.#refunded >= this.#total ? "refunded" : "partially_refunded";
    this.told.push({ topic: "refunds/create", payload: refund });
    this.tell("orders/updated");
  }

  tell(topic: string): void {
    const { placed, test, abroad } = this.#kind;
    const { customerId, email, phone } = this.#kind.shopper;
    const seen = (cents: number) => ({
      presentment_money: { amount: money(abroad ? Math.round(cents * RATE) : cents) },
    });
    const discount = this.codes.reduce((sum, { cents }) => sum + cents, 0);
    this.told.push({
      topic,
      payload: {
        id: this.#options.orderId,
        name: `#${this.#options.orderId}`,
        created_at: iso(placed),
        updated_at: iso(this.#now),
        cancelled_at: this.#cancelledAt,
        currency: this.#currency,
        presentment_currency: abroad ? "CHF" : this.#currency,
        total_price: money(this.#total),
        total_price_set: seen(this.#total),
        total_discounts: money(discount),
        total_discounts_set: seen(discount),
        source_name: "web",
        financial_status: this.#status,
        test,
        email,
        phone,
        customer: customerId === null ? null : { id: customerId },
        discount_codes: this.codes.map(({ code, cents }) => ({
          code,
          amount: money(cents),
          type: "fixed_amount",
        })),
        refunds: this.#refunds,
      },
    });
  }
}

/** A list of webhooks delivered at least once, in any order. */
export function delivered<T>(webhooks: readonly T[]): fc.Arbitrary<T[]> {
  const all = [...webhooks, ...webhooks];
  return fc
    .shuffledSubarray(
      all.map((_, index) => index),
      { minLength: webhooks.length, maxLength: all.length },
    )
    .map((picked) => {
      const missing = webhooks
        .map((_, index) => index)
        .filter((index) => !picked.some((p) => p % webhooks.length === index));
      return [...picked, ...missing].map((index) => all[index] as T);
    });
}
