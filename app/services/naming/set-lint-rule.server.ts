import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { LINT_RULES } from "#app/domain/naming/lint/registry.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isLintRule, isSeverity, lintSeverities } from "./lint-settings.server.ts";

/** Sets how much the shop minds names that break one rule. */
export async function setLintRule(
  deps: Deps,
  actor: Actor,
  { rule, severity }: { rule: string; severity: string },
): Promise<Outcome<{ rule: string }>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  if (!isLintRule(rule))
    return refuse({ kind: "not_found", message: "That check does not exist." });
  if (!isSeverity(severity)) {
    const message = "Choose one of off, note, warning and error.";
    return invalid({ field: "severity", message });
  }
  return deps.database.prisma.$transaction(async (tx) => {
    const before = (await lintSeverities(tx, shopId))[rule] ?? LINT_RULES[rule].severity;
    if (before === severity) return done({ rule });
    await tx.lintSetting.upsert({
      where: { shopId_rule: { shopId, rule } },
      create: { shopId, rule, severity },
      update: { severity },
    });
    const subject = { kind: "lint_rule", id: rule, name: LINT_RULES[rule].label } as const;
    await recordAudit(tx, actor, deps.now(), "lint_rule.set", subject, {
      before: { severity: before },
      after: { severity },
    });
    return done({ rule });
  });
}
