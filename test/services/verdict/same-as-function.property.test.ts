import fc from "fast-check";
import { expect, test } from "vitest";

import type { WhyNotForm } from "#app/domain/verdict/asked.ts";
import { addException } from "#app/services/exception/add-exception.server.ts";
import { liftException } from "#app/services/exception/lift-exception.server.ts";
import { importIssuance } from "#app/services/issuance/import-issuance.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { askWhyNot } from "#app/services/verdict/ask-why-not.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";
import { functionSays, shopifyWith, wireOf, type AtCheckout, type Wire } from "./shopify.ts";

const ACCOUNTS = [
  { id: "7", name: "Ada", email: "ada@example.com", orders: 0 },
  { id: "8", name: "Ben", email: "ben@example.com", orders: 0 },
];
const GUESTS = ["guest@example.com", "other@example.com"];
const CODES = ["SUMMER26_10OFF", "WINTER26_10OFF"] as const;
const deps = await testDeps({ adminApi: () => shopifyWith(ACCOUNTS) as never });
let shops = 0;

const limit = fc.record({
  perCustomer: fc.constantFrom("1", "2"),
  limitWindow: fc.constantFrom("lifetime", "day", "week", "month", "rolling"),
  limitDays: fc.constantFrom("2", "30"),
  limitCounter: fc.constantFrom("campaign", "code", "+1"),
  customerKind: fc.constantFrom("everyone", "everyone", "everyone", "new"),
  guestPolicy: fc.constantFrom("match", "match", "sign_in"),
  issuedOnly: fc.constantFrom("", "", "on"),
});

const shopper = fc.nat({ max: ACCOUNTS.length + GUESTS.length - 1 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("order" as const),
      shopper,
      code: fc.nat({ max: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("cancel" as const), order: fc.nat({ max: 9 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("disqualified" as const, "sign_in" as const, "allowed" as const),
      shopper,
      scope: fc.constantFrom("everything", "group:1"),
      days: fc.option(fc.integer({ min: 1, max: 20 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "lift" as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("issue" as const),
      shopper,
      code: fc.nat({ max: 1 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
const scenes = fc.record({
  limits: fc.tuple(limit, limit),
  steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), step), { minLength: 2, maxLength: 6 }),
});

const HOUR = 3_600_000;
const START = Date.parse("2026-06-01T08:00:00Z");
const iso = () => deps.now().toISOString();

/** One shop's life, told to the app as it happens. */
class Life {
  readonly #at: TestShop;
  readonly #orders: { id: number; payload: Record<string, unknown>; account: number | null }[] = [];
  readonly #exceptions: { kind: string; id: string }[] = [];

  constructor(at: TestShop) {
    this.#at = at;
  }

  async take(what: Step): Promise<void> {
    if (what.kind === "order") return this.#order(what.shopper, CODES[what.code]!);
    if (what.kind === "cancel") return this.#cancel(what.order);
    if (what.kind === "issue") return this.#issue(what.shopper, CODES[what.code]!);
    if (what.kind === "lift") {
      const last = this.#exceptions.pop();
      if (last) valueOf(await liftException(deps, this.#at.as("reviewer"), last));
      return;
    }
    const { kind, scope, days } = what;
    const until =
      days === null ? "" : new Date(deps.now().getTime() + days * 24 * HOUR).toISOString();
    const email = ACCOUNTS[what.shopper]?.email ?? GUESTS[what.shopper - ACCOUNTS.length]!;
    const form = { kind, customerId: "", email, scope, until: until.slice(0, 10), reason: "So." };
    const { id } = valueOf(await addException(deps, this.#at.as("reviewer"), form));
    this.#exceptions.push({ kind, id });
  }

  async #order(who: number, code: string): Promise<void> {
    const id = this.#orders.length + 1;
    const account = ACCOUNTS[who];
    const payload = orderBody(id, {
      ...{ created_at: iso(), updated_at: iso() },
      discount_codes: [{ code, amount: "5.00" }],
      customer: account ? { id: Number(account.id) } : null,
      email: account?.email ?? GUESTS[who - ACCOUNTS.length],
    });
    this.#orders.push({ id, payload, account: account ? who : null });
    if (account) account.orders += 1;
    await this.#tell("orders/create", payload);
  }

  /** By their number where they have an account, else by e-mail. */
  async #issue(who: number, code: string): Promise<void> {
    const account = ACCOUNTS[who];
    const list = account ? `customer\n${account.id}` : `email\n${GUESTS[who - ACCOUNTS.length]}`;
    const { id } = await deps.database.prisma.campaign.findFirstOrThrow({
      where: { shopId: this.#at.shop.id, name: code },
    });
    const body = new Blob([list]).stream();
    const asked = { channel: "mail", body };
    valueOf(await importIssuance(deps, this.#at.as("editor"), id, asked));
  }

  async #cancel(index: number): Promise<void> {
    const order = this.#orders[index];
    if (!order || order.payload["cancelled_at"]) return;
    order.payload = { ...order.payload, updated_at: iso(), cancelled_at: iso() };
    if (order.account !== null) ACCOUNTS[order.account]!.orders -= 1;
    await this.#tell("orders/cancelled", order.payload);
  }

  async #tell(topic: string, payload: unknown): Promise<void> {
    await deliver(deps, this.#at.shop.domain, { topic, payload });
    await processInbox(deps, this.#at.shop.id);
  }
}

type Told = { wire: Wire; localAt: string; orders: number[] };

/** Everyone who can be at the checkout, as the function and as staff see them. */
function everyone(orders: readonly number[]): { who: AtCheckout; form: Partial<WhyNotForm> }[] {
  return [
    { who: {}, form: { customer: "" } },
    ...GUESTS.map((email) => ({ who: { email }, form: { customer: email } })),
    ...ACCOUNTS.flatMap((account, index) =>
      [true, false].map((isSignedIn) => ({
        who: { account: { ...account, orders: orders[index]! }, isSignedIn },
        form: {
          customer: isSignedIn ? account.id : account.email.toUpperCase(),
          state: isSignedIn ? "signed_in" : "known",
        },
      })),
    ),
  ];
}

/** How many differed from nothing at all: a test in which nobody is refused proves little. */
let refused = 0;

/** Of a past moment (`nth`, null for now) every third is asked, by turns: over the moments all are, of both codes. */
async function expectSame(at: TestShop, { wire, localAt, orders }: Told, nth: number | null) {
  const asks = everyone(orders)
    .flatMap((each) => CODES.map((code) => ({ ...each, code })))
    .filter((_, index) => nth === null || (nth + index) % 3 === 0);
  for (const { code, who, form } of asks) {
    const says = functionSays(wire, code, { ...who, language: "DE" });
    const asked = { code, customer: "", order: "", state: "", language: "de", ...form };
    const told = valueOf(
      await askWhyNot(deps, at.as("reviewer"), { ...asked, at: nth === null ? "" : localAt }),
    );
    expect(told.sentence, JSON.stringify([localAt, nth, code, form])).toBe(says);
    expect(told.outcome).toBe(says === null ? "accept" : "reject");
    if (says !== null) refused += 1;
  }
}

test(
  "the verdict shown is what the function says from what is written, now and of every moment before",
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async ({ limits, steps }) => {
        deps.clock.now = new Date(START);
        for (const account of ACCOUNTS) account.orders = 0;
        const at = await addShop(deps, `same-${(shops += 1)}.myshopify.com`, {
          ...{ locale: "en", timeZone: "UTC" },
        });
        const on = guardStage(deps, at);
        await on.group(1, "Welcome");
        for (const [index, change] of limits.entries()) await on.campaign(CODES[index]!, change);
        const life = new Life(at);
        const moments: Told[] = [];
        for (const [hours, what] of steps) {
          deps.clock.now = new Date(deps.now().getTime() + hours * HOUR);
          await life.take(what);
          const told = {
            wire: await wireOf(deps, at.shop.id),
            localAt: iso().slice(0, 16),
            orders: ACCOUNTS.map(({ orders }) => orders),
          };
          moments.push(told);
        }
        await expectSame(at, moments.at(-1)!, null);
        deps.clock.now = new Date(deps.now().getTime() + 500 * HOUR);
        for (const [nth, moment] of moments.entries()) await expectSame(at, moment, nth);
      }),
      { numRuns: 6, seed: 5 },
    );
    expect(refused).toBeGreaterThan(40);
  },
);
