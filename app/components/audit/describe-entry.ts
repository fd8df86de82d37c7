import type { AuditAction, AuditEntry } from "#app/domain/audit/event.ts";
import { AUDIT_LABELS } from "#app/domain/audit/event.ts";

/** What nobody in the app did. */
const BY_ITSELF: Partial<Record<AuditAction, string>> = {
  "shop.installed": "Bonafide was installed",
  "shop.uninstalled": "Bonafide was uninstalled",
};

/** "Mara Keller paused the campaign SUMMER26_FREESHIP". */
export function describeEntry(entry: AuditEntry, isSubjectKnown: boolean): string {
  const itself = BY_ITSELF[entry.action];
  if (itself) return itself;
  const sentence = `${entry.actor.name} ${AUDIT_LABELS[entry.action]}`;
  const name = entry.subject.name.trim();
  return isSubjectKnown || name === "" || name === entry.actor.name
    ? sentence
    : `${sentence}: ${name}`;
}

export type ChangeLine = { field: string; before: string; after: string };

/** What changed, value by value. Values that are the same before and after say nothing and are left out. */
export function changeLines({ before, after }: Pick<AuditEntry, "before" | "after">): ChangeLine[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({
      field: inWords(field),
      before: valueText(before?.[field]),
      after: valueText(after?.[field]),
    }))
    .filter((line) => line.before !== line.after);
}

/** "limitWindow" is "limit window". */
function inWords(field: string): string {
  return field
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : JSON.stringify(value);
}
