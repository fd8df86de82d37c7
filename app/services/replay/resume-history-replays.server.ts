import type { Deps } from "#app/infra/deps.server.ts";

/** Queues again what should be under way; a job that is at work already keeps it from being done twice. */
export async function resumeHistoryReplays(deps: Deps): Promise<void> {
  const rows = await deps.database.prisma.historyReplay.findMany({ where: { state: "running" } });
  for (const { shopId, id } of rows)
    await deps.jobs.send("replay-history", { shopId, replayId: id });
}
