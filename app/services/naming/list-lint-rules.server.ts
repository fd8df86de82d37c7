import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { LINT_RULES } from "#app/domain/naming/lint/registry.ts";
import type { LintRule } from "#app/domain/naming/lint/rule.ts";
import type { LintSetting } from "#app/domain/naming/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lintSeverities } from "./lint-settings.server.ts";

/** Every rule about names that contradict their discount, and how much the shop minds it. */
export async function listLintRules(deps: Deps, actor: Actor): Promise<Outcome<LintSetting[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const set = await lintSeverities(deps.database.prisma, shopId);
  return done(
    (Object.keys(LINT_RULES) as LintRule[]).map((rule) => {
      const { label, description, severity: usual } = LINT_RULES[rule];
      return { rule, label, description, severity: set[rule] ?? usual, usual };
    }),
  );
}
