import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { Variant } from "#app/domain/backtest/backtest.ts";
import { readThreshold } from "#app/domain/calibration/read-threshold.ts";
import { readPolicy } from "#app/domain/fair-use/read-policy.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { scaleInForce } from "../calibration/scale-in-force.server.ts";
import { knownPolicies } from "./policy-choices.server.ts";

/**
 * One way as it is posted. `policy`: a choice of `knownPolicies`, or "draft" for `draft`, a policy not saved yet;
 * `flagFrom`: a percentage; null, where none was asked for: the threshold in force.
 */
export type WayForm = { policy: string; flagFrom: string | null };
export type BacktestForm = { first: WayForm; second: WayForm; draft: unknown };

/** What was tried before the last so many is forgotten. */
const KEPT = 10;

/** Tries two ways of judging on the shop's past orders; a job answers. What is under way ends. */
export async function askBacktest(
  deps: Deps,
  actor: Actor,
  form: BacktestForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { prisma } = deps.database;
  const known = await knownPolicies(prisma, shopId);
  const { flagFrom } = await scaleInForce(prisma, shopId);
  const problems: Problem[] = [];
  const [first, second] = (["first", "second"] as const).map((side) =>
    readWay(side, form, { known, flagFrom }, problems),
  );
  if (!first || !second || problems.length > 0) return invalid(...problems);
  const id = deps.newId();
  const now = deps.now();
  return prisma.$transaction(async (tx) => {
    await tx.backtest.updateMany({
      where: { shopId, state: "running" },
      data: { state: "cancelled", finishedAt: now },
    });
    await tx.backtest.create({
      data: {
        ...{ shopId, id, first, second, state: "running" },
        ...{ createdAt: now, createdBy: actor.name },
      },
    });
    const old = await tx.backtest.findMany({
      where: { shopId },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: KEPT,
      select: { id: true },
    });
    const ids = old.map((row) => row.id).filter((each) => each !== id);
    await tx.backtestOrder.deleteMany({ where: { shopId, backtestId: { in: ids } } });
    await tx.backtest.deleteMany({ where: { shopId, id: { in: ids } } });
    await deps.jobs.send("backtest", { shopId, backtestId: id }, { transaction: tx });
    return done({ id });
  });
}

function readWay(
  side: "first" | "second",
  form: BacktestForm,
  { known, flagFrom }: { known: Awaited<ReturnType<typeof knownPolicies>>; flagFrom: number },
  problems: Problem[],
): Variant | null {
  const { policy: value, flagFrom: typed } = form[side];
  const threshold = typed === null ? { ok: true as const, flagFrom } : readThreshold(typed);
  if (!threshold.ok) problems.push({ field: `${side}.flagFrom`, message: threshold.message });
  const draft = value === "draft" ? readPolicy(form.draft) : null;
  if (draft && !draft.ok)
    problems.push({
      field: `${side}.policy`,
      message: "The draft has mistakes. Mend them in the policy editor, then try it again.",
    });
  const chosen = draft?.ok
    ? { label: "Draft", policy: draft.policy }
    : known.find((each) => each.value === value);
  if (!chosen && !draft) problems.push({ field: `${side}.policy`, message: "Choose a policy." });
  if (!chosen || !threshold.ok) return null;
  return { name: chosen.label, policy: chosen.policy, flagFrom: threshold.flagFrom };
}
