import type { Deps } from "#app/infra/deps.server.ts";

/** Queues again what should be under way; a job that is at work already keeps it from being done twice. */
export async function resumeBacktests(deps: Deps): Promise<void> {
  const rows = await deps.database.prisma.backtest.findMany({ where: { state: "running" } });
  for (const { shopId, id } of rows) await deps.jobs.send("backtest", { shopId, backtestId: id });
}
