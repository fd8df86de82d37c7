import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { highestScore } from "#app/domain/calibration/scale.ts";
import { policySchema } from "#app/domain/fair-use/policy.schema.ts";
import type { PolicyOfShop } from "#app/domain/fair-use/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { scaleInForce } from "../calibration/scale-in-force.server.ts";
import { policyInForce } from "./policy-in-force.server.ts";

const VERSIONS_SHOWN = 10;

/** The rules in force with the scores they may ask for, and the last versions with who saved them. */
export async function getPolicy(deps: Deps, actor: Actor): Promise<Outcome<PolicyOfShop>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { prisma } = deps.database;
  const [inForce, scale, versions] = await Promise.all([
    prisma.$transaction((tx) => policyInForce(tx, shopId)),
    scaleInForce(prisma, shopId),
    prisma.fairUsePolicy.findMany({
      where: { shopId },
      orderBy: { version: "desc" },
      take: VERSIONS_SHOWN,
    }),
  ]);
  return done({
    ...inForce,
    highestScore: highestScore(scale.knots),
    versions: versions.map(({ version, createdAt, createdBy, content }) => ({
      ...{ version, at: createdAt.toISOString(), by: createdBy },
      policy: policySchema.parse(content),
    })),
  });
}
