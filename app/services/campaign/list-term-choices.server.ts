import type { Actor } from "#app/domain/access/actor.ts";
import { done, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { listSegments } from "../segment/list-segments.server.ts";

type Choices = {
  segments: { id: string; name: string }[];
  seasons: { key: string; name: string }[];
  groups: { number: number; name: string }[];
};

/** What limits and conditions of a campaign can be chosen from, each by name. */
export async function listTermChoices(deps: Deps, actor: Actor): Promise<Outcome<Choices>> {
  const { shopId } = actor;
  const { prisma } = deps.database;
  const segments = await listSegments(deps, actor);
  if (!segments.ok) return segments;
  const [seasons, groups] = await Promise.all([
    prisma.season.findMany({
      where: { shopId },
      select: { key: true, name: true },
      orderBy: { name: "asc" },
    }),
    prisma.campaignGroup.findMany({
      where: { shopId },
      select: { number: true, name: true },
      orderBy: { name: "asc" },
    }),
  ]);
  return done({ segments: segments.value, seasons, groups });
}
