import type { ChangedChoice, HistoryReplaySummary } from "#app/domain/replay/history.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import {
  askHistoryReplay,
  type HistoryForm,
  type LimitForm,
} from "#app/services/replay/ask-history-replay.server.ts";
import { listChangedUses } from "#app/services/replay/list-changed-uses.server.ts";
import { readHistoryReplay } from "#app/services/replay/read-history-replay.server.ts";
import { runHistoryReplay } from "#app/services/replay/run-history-replay.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

/** Three uses of one customer and one of another; each takes 5 euros off an order of 30. */
export const FOUR = [
  { day: "03-01", customer: 7 },
  { day: "03-11", customer: 7 },
  { day: "04-15", customer: 7 },
  { day: "03-02", customer: 8 },
];

export const ONCE: LimitForm = { perCustomer: "1", limitWindow: "lifetime", limitDays: "" };
export const MONTHLY: LimitForm = { perCustomer: "1", limitWindow: "rolling", limitDays: "30" };

/**
 * A campaign of a shop that may be used twice, on whose orders other limits are tried. `begin` opens another shop; all else
 * is of the shop begun last.
 */
export function whatIfStage(deps: TestDeps) {
  let shops = 0;
  let at: TestShop;
  let id: string;
  const formOf = (
    first: Partial<LimitForm> = {},
    second: LimitForm | null = null,
  ): HistoryForm => ({ campaignId: id, first: { ...ONCE, ...first }, second });
  const ask = (...form: Parameters<typeof formOf>) =>
    askHistoryReplay(deps, at.as("editor"), formOf(...form));
  const last = async (): Promise<HistoryReplaySummary> => {
    const page = valueOf(await readHistoryReplay(deps, at.as("viewer")));
    if (!page.last) throw new Error("Nothing was asked.");
    return page.last;
  };
  async function work(): Promise<void> {
    for (const { name, data } of await deps.takeJobs())
      if (name === "replay-history") await runHistoryReplay(deps, data);
  }
  return {
    formOf,
    ask,
    last,
    work,
    async begin(): Promise<{ at: TestShop; id: string }> {
      at = await addShop(deps, `what-if-${(shops += 1)}.myshopify.com`);
      id = await addCampaign(deps, at, { perCustomer: "2" });
      return { at, id };
    },
    async orders(...placed: { day: string; customer: number }[]): Promise<void> {
      for (const [index, { day, customer }] of placed.entries()) {
        const instant = `2026-${day}T10:00:00Z`;
        const who = { customer: { id: customer }, email: `c${customer}@example.com` };
        const payload = orderBody(index + 1, { created_at: instant, updated_at: instant, ...who });
        await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
      }
      await processInbox(deps, at.shop.id);
      await deps.takeJobs();
    },
    async answer(...form: Parameters<typeof formOf>) {
      // The clock stands: the last of two at one moment is either.
      deps.clock.now = new Date(deps.clock.now.getTime() + 1_000);
      valueOf(await ask(...form));
      await work();
      const { id: asked, result } = await last();
      if (!result) throw new Error("There is no answer.");
      return { id: asked, result };
    },
    usesOf: async (asked: string, choice: ChangedChoice, cursor: string | null = null) =>
      valueOf(await listChangedUses(deps, at.as("viewer"), { id: asked, choice, cursor })),
  };
}
