import { LINT_RULES } from "#app/domain/naming/lint/registry.ts";
import type { LintRule, Severity } from "#app/domain/naming/lint/rule.ts";
import type { Db } from "#app/infra/db/database.server.ts";

const SEVERITIES = ["off", "info", "warning", "error"] as const satisfies readonly Severity[];

export function isLintRule(text: string): text is LintRule {
  return Object.hasOwn(LINT_RULES, text);
}

export function isSeverity(text: string): text is Severity {
  return (SEVERITIES as readonly string[]).includes(text);
}

/** How much the shop minds each rule it has set; the others have their usual severity. */
export async function lintSeverities(
  db: Db,
  shopId: number,
): Promise<Partial<Record<LintRule, Severity>>> {
  const rows = await db.lintSetting.findMany({ where: { shopId } });
  const set: Partial<Record<LintRule, Severity>> = {};
  for (const { rule, severity } of rows) {
    if (isLintRule(rule) && isSeverity(severity)) set[rule] = severity;
  }
  return set;
}
