import type { CaseDecision } from "#app/domain/case/case.ts";
import { usualForm, type DecisionForm } from "#app/domain/case/decision.ts";
import type { CaseFilter } from "#app/domain/case/summary.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { foldCases } from "#app/services/case/fold-cases.server.ts";
import { getCase } from "#app/services/case/get-case.server.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

export const FILTER: CaseFilter = {
  ...{ tab: "open", text: "", assignee: "", kind: "", campaignId: "", decision: "" },
  ...{ isOverdue: false, sort: "due" },
};

const ACCOUNTS = { anna: 7, ben: 8 };
type Who = keyof typeof ACCOUNTS;

/** Two cases of one shop, and what staff do with them. `begin` opens another shop; all else is of the shop begun last. */
export function caseStage(deps: TestDeps) {
  const { prisma, pool } = deps.database;
  let shops = 0;
  let at: TestShop;

  const order = (id: number, who: Who, change: Record<string, unknown> = {}) => {
    const moment = `2026-06-1${id}T00:00:00Z`;
    const payload = orderBody(id, {
      ...{ created_at: moment, updated_at: moment, email: `${who}@example.com` },
      ...{ customer: { id: ACCOUNTS[who] }, ...change },
    });
    return deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  };
  const list = async (change: Partial<CaseFilter> = {}) =>
    valueOf(
      await listCases(deps, at.as("reviewer"), { filter: { ...FILTER, ...change }, cursor: null }),
    ).rows;
  const fold = () =>
    inTransaction(pool, (client) =>
      foldCases(client, at.shop.id, null, { now: deps.now(), newId: deps.newId }),
    );

  return {
    order,
    list,
    fold,

    /** Anna uses the code three times, Ben twice, each on an account of their own. */
    async begin(): Promise<{ at: TestShop; campaignId: string }> {
      at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
      const { id: shopId } = at.shop;
      const campaignId = await addCampaign(deps, at);
      for (const id of [1, 2, 3]) await order(id, "anna");
      for (const id of [4, 5]) await order(id, "ben");
      await processInbox(deps, shopId);
      await prisma.standing.updateMany({ where: { shopId }, data: { dirtySince: null } });
      await deps.takeJobs();
      return { at, campaignId };
    },

    detail: async (id: string) => valueOf(await getCase(deps, at.as("reviewer"), id)).detail,
    first: async () => (await list())[0]?.id ?? "",
    decide: (id: string, decision: CaseDecision, change: Partial<DecisionForm> = {}) =>
      decideCase(deps, at.as("reviewer"), id, { ...usualForm(decision), ...change }),

    /** What the scorer does when it finds two people to be one. */
    async link(): Promise<void> {
      const people = await prisma.person.findMany({
        where: { shopId: at.shop.id },
        orderBy: { id: "asc" },
      });
      const [low, high] = people.map(({ id }) => id);
      if (low === undefined || high === undefined) throw new Error("Two people were to be known.");
      await prisma.personLink.create({
        data: {
          ...{ shopId: at.shop.id, lowId: low, highId: high, relation: "same_person", bits: 9 },
          reasons: [{ field: "phone", bits: 9 }],
          createdAt: deps.now(),
        },
      });
      await fold();
    },

    /** A reviewer who is known as a member of staff. */
    async staff() {
      const actor = at.as("reviewer");
      const role = { name: actor.name, email: "ada@example.com", role: "reviewer" };
      const seen = { accountOwner: false, createdAt: deps.now(), lastSeenAt: deps.now() };
      await prisma.staffMember.create({ data: { shopId: at.shop.id, id: 501n, ...role, ...seen } });
      return actor;
    },

    uses: async () => {
      const { rows } = await pool.query<{ uses: number }>(
        "SELECT COALESCE(sum(uses), 0)::int AS uses FROM ledger_entry WHERE shop_id = $1 AND campaign_id IS NOT NULL",
        [at.shop.id],
      );
      return rows[0]?.uses;
    },
    inForce: () =>
      prisma.disqualification.findMany({ where: { shopId: at.shop.id, liftedAt: null } }),
  };
}
