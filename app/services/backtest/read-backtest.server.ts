import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type {
  BacktestPage,
  BacktestResult,
  BacktestState,
  BacktestSummary,
  VariantResult,
} from "#app/domain/backtest/backtest.ts";
import { variantSchema } from "#app/domain/backtest/variant.schema.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Backtest } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { scaleInForce } from "../calibration/scale-in-force.server.ts";
import { knownPolicies } from "./policy-choices.server.ts";

/** The page on which policies and thresholds are tried. */
export async function readBacktest(deps: Deps, actor: Actor): Promise<Outcome<BacktestPage>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { prisma } = deps.database;
  const known = await knownPolicies(prisma, shopId);
  const { flagFrom } = await scaleInForce(prisma, shopId);
  const last = await prisma.backtest.findFirst({
    where: { shopId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  const policies = known.map(({ value, label }) => ({ value, label }));
  return done({ policies, flagFrom, last: last && summaryOf(last) });
}

function summaryOf(row: Backtest): BacktestSummary {
  return {
    id: row.id,
    first: variantSchema.parse(row.first),
    second: variantSchema.parse(row.second),
    state: stateOf(row),
    done: row.done,
    total: row.total,
    result: resultOf(row),
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
  };
}

/** What was kept before codes could ask to sign in says nothing of that. */
function resultOf({ result }: Backtest): BacktestResult | null {
  const kept = result as BacktestResult | null;
  if (!kept) return null;
  const filled = (side: VariantResult) => ({ ...side, orders: { ...NONE, ...side.orders } });
  return { ...kept, first: filled(kept.first), second: filled(kept.second) };
}

const NONE = { asks_sign_in: 0 };

function stateOf({ state }: Backtest): BacktestState {
  return state === "done" || state === "failed" || state === "cancelled" ? state : "running";
}
