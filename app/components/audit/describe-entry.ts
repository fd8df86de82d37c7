import type { AuditAction, AuditEntry } from "#app/domain/audit/event.ts";
import { AUDIT_LABELS } from "#app/domain/audit/event.ts";
import { caseFieldLabel, caseValueWords } from "./case-words.ts";

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

/** For us to tell states apart by; people have no use for it. */
const INTERNAL = new Set(["revision"]);

/** What changed, value by value. Values that are the same before and after say nothing and are left out. */
export function changeLines(entry: Pick<AuditEntry, "action" | "before" | "after">): ChangeLine[] {
  const { action } = entry;
  const before = flat(entry.before ?? {});
  const after = flat(entry.after ?? {});
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => !INTERNAL.has(field))
    .map((field) => ({
      field: caseFieldLabel(action, field) ?? inWords(field),
      before: valueText(caseValueWords(action, field, before.get(field))),
      after: valueText(caseValueWords(action, field, after.get(field))),
    }))
    .filter((line) => line.before !== line.after);
}

/** `{limit: {window: "month"}}` as one value called "limit window". */
function flat(values: Record<string, unknown>, above = ""): Map<string, unknown> {
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
    const field = `${above}${name}`;
    return isGroup ? [...flat(value as Record<string, unknown>, `${field} `)] : [[field, value]];
  });
  return new Map(entries);
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
