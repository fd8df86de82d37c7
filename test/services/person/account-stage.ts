import { addException } from "#app/services/exception/add-exception.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";
import { functionSays, wireOf } from "../verdict/shopify.ts";

/** Shopify, which knows of no customer. */
export const noCustomers = { run: () => Promise.resolve({ customers: { nodes: [] } }) };
/** A code that each customer may use once. */
export const CODE = "SUMMER26_10OFF";
export const ONCE = /once per customer/;

export const guest = (email: string, phone: string | null = null) => ({
  ...{ customer: null, email, phone },
});

/** A shop that is told of accounts. `begin` opens another one; all else is of the shop begun last. */
export function accountStage(deps: TestDeps) {
  const { prisma } = deps.database;
  let shops = 0;
  let at: TestShop;
  const tell = async (topic: string, payload: Record<string, unknown>) => {
    await deliver(deps, at.shop.domain, { topic, payload });
    await processInbox(deps, at.shop.id);
  };
  return {
    async begin(): Promise<{ at: TestShop; on: ReturnType<typeof guardStage> }> {
      at = await addShop(deps, `accounts-${(shops += 1)}.myshopify.com`, { locale: "en" });
      const on = guardStage(deps, at);
      await on.campaign(CODE, { perCustomer: "1" });
      return { at, on };
    },
    tell,
    /** An account is made. */
    made: (payload: Record<string, unknown>) => tell("customers/create", payload),
    /** Customers that have a standing, and whether it is to be written anew. */
    standings: async () => {
      const rows = await prisma.standing.findMany({ where: { shopId: at.shop.id } });
      return rows.map(({ customerId, dirtySince }) => [Number(customerId), dirtySince !== null]);
    },
    /** What the checkout says to somebody signed in who uses the code. */
    says: async (id: string, email: string) =>
      functionSays(await wireOf(deps, at.shop.id), CODE, {
        account: { id, name: "Ada", email, orders: 0 },
        isSignedIn: true,
      }),
    bar: async (email: string) => {
      const form = { kind: "disqualified", customerId: "", email, scope: "everything" };
      const reason = { until: "2026-12-31", reason: "Resells" };
      valueOf(await addException(deps, at.as("reviewer"), { ...form, ...reason }));
    },
    /** What is kept of accounts of nobody we know. */
    told: async () => {
      const rows = await prisma.toldAccount.findMany({
        where: { shopId: at.shop.id },
        orderBy: [{ customerId: "asc" }, { kind: "asc" }],
      });
      return rows.map(({ customerId, kind }) => `${customerId} ${kind}`);
    },
  };
}
