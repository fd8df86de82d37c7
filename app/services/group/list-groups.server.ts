import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { GroupSummary } from "#app/domain/campaign/group-summary.ts";
import { groupOf } from "#app/domain/campaign/limit.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { limitUsers } from "../campaign/limit-users.server.ts";

/** The shop's groups of campaigns by name. */
export async function listGroups(deps: Deps, actor: Actor): Promise<Outcome<GroupSummary[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma } = deps.database;
  const groups = await prisma.campaignGroup.findMany({
    where: { shopId },
    orderBy: { name: "asc" },
  });
  const users = await limitUsers(prisma, shopId);
  return done(
    groups.map(({ number, name }) => ({
      number,
      name,
      members: users.filter(({ groups: of }) => of.includes(number)).map((each) => each.name),
      countedBy: users
        .filter(({ limits }) => limits.some((limit) => groupOf(limit) === number))
        .map((each) => each.name),
    })),
  );
}
