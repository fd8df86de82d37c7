import { describeRule } from "#app/domain/fair-use/describe-policy.ts";
import { judgeCase } from "#app/domain/fair-use/judge-case.ts";
import type { CaseDetail } from "#app/domain/case/summary.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readPolicyCases } from "./case-facts.server.ts";
import { policyInForce } from "./policy-in-force.server.ts";

/** What the policy in force says of a case that is open; null: no rule applies, or it is not open. */
export async function proposalFor(
  deps: Deps,
  shopId: number,
  { id }: { id: string },
): Promise<CaseDetail["policy"]> {
  return inTransaction(deps.database.pool, async (client) => {
    const { policy } = await policyInForce(client, shopId);
    const [judged] = await readPolicyCases(client, shopId, [id], deps.now());
    if (!judged) return null;
    const { wanted, until, rule } = judgeCase(policy, judged);
    const counted = rule === null ? undefined : policy.rules[rule];
    return counted ? { text: describeRule(counted), wanted, until } : null;
  });
}
