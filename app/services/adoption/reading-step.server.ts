import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import type { Adoption, Prisma, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { ReadingPhase } from "#app/domain/adoption/reading.ts";

/** A reading while it goes on. */
export type Reading = { deps: Deps; shop: Shop; api: AdminApi; adoption: Adoption };

/** What comes after a step: the next one at once, after so many seconds, or none. */
export type Next = "again" | "over" | { afterSeconds: number };

/** Writes down how far a reading is: what went wrong before is over. @returns whether it goes on, for it may be cancelled. */
export async function note(
  { deps, adoption: { shopId, id } }: Reading,
  data: Prisma.AdoptionUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await deps.database.prisma.adoption.updateMany({
    where: { shopId, id, state: "reading" },
    data: { error: null, ...data },
  });
  return count === 1;
}

/** Begins a phase: what it goes through is counted anew, and so is its rate. */
export async function begin(
  reading: Reading,
  phase: ReadingPhase,
  data: Prisma.AdoptionUpdateManyMutationInput = {},
): Promise<Next> {
  const marked = { done: 0, marked: 0, markedAt: reading.deps.now(), position: {} };
  return (await note(reading, { phase, ...marked, ...data })) ? "again" : "over";
}

/** Where a phase goes on; what an earlier version of the app wrote there counts as its beginning. */
export function positionOf<T extends object>({ position }: Adoption, start: T): T {
  return position && typeof position === "object" && !Array.isArray(position)
    ? { ...start, ...position }
    : start;
}
