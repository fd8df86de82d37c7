import { isActionKind, type ScheduledAction } from "#app/domain/schedule/action.ts";
import type { ChangeState } from "#app/domain/schedule/change.ts";
import type { ChangedFacts } from "#app/domain/schedule/facts.ts";
import type { Waiting } from "#app/domain/schedule/foresee.ts";
import type { Db } from "#app/infra/db/database.server.ts";
import type { Campaign, Prisma, ScheduledChange } from "#app/infra/db/generated/client.ts";

/** An action as its row keeps it: the kind by itself, the rest as its parameters. */
export function rowOfAction(action: ScheduledAction) {
  const { kind, ...parameters } = action;
  return { action: kind, parameters };
}

/** Only what was checked is ever written, so a row that says something else is a bug. */
export function actionOf(row: Pick<ScheduledChange, "action" | "parameters">): ScheduledAction {
  if (!isActionKind(row.action)) throw new Error(`There is no action “${row.action}”.`);
  return { kind: row.action, ...(row.parameters as object) } as ScheduledAction;
}

export function factsIn(value: Prisma.JsonValue | null): ChangedFacts {
  return (value ?? {}) as ChangedFacts;
}

export function changeStateOf({ state }: Pick<ScheduledChange, "state">): ChangeState {
  return state === "done" || state === "failed" || state === "cancelled" || state === "undone"
    ? state
    : "waiting";
}

/** What waits for a campaign, in the order in which it will be done. */
export async function waitingOf(
  db: Db,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
): Promise<Waiting[]> {
  const rows = await db.scheduledChange.findMany({
    where: { shopId, campaignId: id, state: "waiting" },
    orderBy: ORDER,
  });
  return rows.map((row) => ({
    id: row.id,
    dueAt: row.dueAt.toISOString(),
    action: actionOf(row),
  }));
}

export const ORDER = [
  { dueAt: "asc" },
  { createdAt: "asc" },
  { id: "asc" },
] satisfies Prisma.ScheduledChangeOrderByWithRelationInput[];
