import type { Convention } from "../convention.ts";
import type { Dimensions } from "../dimensions.ts";
import { formatName } from "../format.ts";
import { stemOf } from "../stem.ts";
import { LINT_RULES } from "./registry.ts";
import type { Fix, LintRule, Named, Severity } from "./rule.ts";

/** A part of a name that says something else than the discount does. `field` is the field's id. */
export type Lint = {
  rule: LintRule;
  severity: Exclude<Severity, "off">;
  field: string;
  message: string;
  fixes: Fix[];
};

/**
 * Where a campaign's name contradicts its discount, in the order of the name. A rule without a
 * severity here has its own.
 */
export function lintName(
  convention: Convention,
  dimensions: Dimensions,
  named: Named,
  severities: Partial<Record<LintRule, Severity>>,
): Lint[] {
  const names = stemOf(convention).convention;
  const lints: Lint[] = [];
  const parts = [...names.fields.values()].flatMap((field) => {
    const value = dimensions[field.id];
    return value === undefined ? [] : [{ field, value }];
  });
  const respelled = (values: Dimensions): Fix[] => {
    const name = formatName(names, { ...dimensions, ...values });
    return name.ok ? [{ kind: "rename", name: name.name }] : [];
  };
  for (const { field, value } of parts) {
    const { id } = field;
    const renamed = (other: string | null) => (other === null ? [] : respelled({ [id]: other }));
    for (const rule of Object.keys(LINT_RULES) as LintRule[]) {
      const severity = severities[rule] ?? LINT_RULES[rule].severity;
      if (severity === "off") continue;
      const finding = LINT_RULES[rule].check({ field, value, parts, named, renamed, respelled });
      if (finding) lints.push({ rule, severity, field: id, ...finding });
    }
  }
  return lints;
}
