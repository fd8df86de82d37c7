import type { PolicyChoice } from "#app/domain/backtest/backtest.ts";
import { policySchema } from "#app/domain/fair-use/policy.schema.ts";
import type { FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import { PRESETS } from "#app/domain/fair-use/presets.ts";
import type { Database } from "#app/infra/db/database.server.ts";
import { policyInForce } from "../fair-use/policy-in-force.server.ts";

type Known = PolicyChoice & { policy: FairUsePolicy };

/** Earlier versions that can be tried. */
const VERSIONS = 20;

/** Policies there are: the one in force first, then presets, then what was in force before. */
export async function knownPolicies(prisma: Database["prisma"], shopId: number): Promise<Known[]> {
  const { version, policy } = await policyInForce(prisma, shopId);
  const label = version === null ? "In force: a person decides" : `In force: version ${version}`;
  const earlier = await prisma.fairUsePolicy.findMany({
    where: { shopId, NOT: { version: version ?? 0 } },
    orderBy: { version: "desc" },
    take: VERSIONS,
  });
  return [
    { value: "in_force", label, policy },
    ...PRESETS.map(({ key, name, policy: preset }) => ({
      ...{ value: `preset:${key}`, label: name, policy: preset },
    })),
    ...earlier.map((row) => ({
      ...{ value: `version:${row.version}`, label: `Version ${row.version}` },
      policy: policySchema.parse(row.content),
    })),
  ];
}
