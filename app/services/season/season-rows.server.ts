import type { Season } from "#app/domain/policy/season.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { Season as Row } from "#app/infra/db/generated/client.ts";

/** A local date as a column of type `date` comes back: midnight in UTC. */
export const dateText = (date: Date): string => date.toISOString().slice(0, 10);

export function seasonOf({ key, name, first, last, yearly }: Row): Season {
  return { key, name, first: dateText(first), last: dateText(last), yearly };
}

/** The shop's seasons, by name. */
export async function seasonsOf(
  prisma: Pick<Deps["database"]["prisma"], "season">,
  shopId: number,
): Promise<Season[]> {
  const rows = await prisma.season.findMany({ where: { shopId }, orderBy: { name: "asc" } });
  return rows.map(seasonOf);
}
