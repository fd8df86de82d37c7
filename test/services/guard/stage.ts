import { decodeGuests } from "#app/domain/policy/guests-wire.ts";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { decodeRules } from "#app/domain/policy/rules-wire.ts";
import type { Standing } from "#app/domain/policy/standing.ts";
import { composeGuard } from "#app/services/guard/compose-guard.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { shopOf } from "#app/services/shop/shop-of.server.ts";
import { composeStandings } from "#app/services/standing/compose-standings.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addCampaign, type TestShop } from "#test/support/test-shop.ts";

/** One shop whose campaigns, orders and people are looked at as the checkout is told of them. */
export function guardStage(deps: TestDeps, at: TestShop) {
  const { prisma } = deps.database;
  const shopId = at.shop.id;
  let orders = 0;
  return {
    campaign: (name: string, change: Partial<CampaignForm> = {}) =>
      addCampaign(deps, at, { name, ...change }),
    group: async (number: number, name: string) => {
      await prisma.campaignGroup.create({ data: { shopId, number, name, createdAt: deps.now() } });
    },
    /** Placed and paid by Ada (customer 7), unless said otherwise. @returns its number. */
    order: async (code: string, day: string, change: Record<string, unknown> = {}) => {
      orders += 1;
      const placed = { created_at: `${day}T10:00:00Z`, updated_at: `${day}T10:00:00Z` };
      const codes = { discount_codes: [{ code, amount: "5.00" }] };
      const payload = orderBody(orders, { ...placed, ...codes, ...change });
      await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
      await processInbox(deps, shopId);
      return orders;
    },
    composed: async () => composeGuard(deps, await shopOf(deps, shopId)),
    async rules() {
      const { rules } = await this.composed();
      const decoded = decodeRules(rules);
      if (!decoded.ok) throw new Error(decoded.problem);
      return decoded.rules;
    },
    /** Who reached a limit or is disqualified, and who is asked to sign in. */
    async guestBook() {
      const { guests } = await this.composed();
      const decoded = decodeGuests(guests);
      if (!decoded.ok) throw new Error(decoded.problem);
      return decoded;
    },
    async guests(): Promise<string[]> {
      return (await this.guestBook()).digests;
    },
    standing: async (customerId: number): Promise<Standing | undefined> => {
      const row = await prisma.standing.findUnique({
        where: { shopId_customerId: { shopId, customerId: BigInt(customerId) } },
      });
      if (!row) return undefined;
      const personId = row.personId === null ? null : String(row.personId);
      const { memberships } = row;
      const asked = { customerId: String(customerId), personId, memberships };
      const composed = await composeStandings(deps, await shopOf(deps, shopId), [asked]);
      return composed.get(String(customerId));
    },
    flags: async () => {
      const rows = await prisma.flag.findMany({
        where: { shopId, state: "open" },
        orderBy: { orderId: "asc" },
      });
      return rows.map(({ orderId }) => Number(orderId));
    },
  };
}
