import type { AuditAction } from "#app/domain/audit/event.ts";
import { CASE_DECISION_LABELS } from "#app/domain/case/case.ts";
import { STEP_LABELS } from "#app/domain/fair-use/policy.ts";

/** What an entry about a case says, in the words of its page: how a field is called, and its values where they are names. */
type Words = { label: string; values?: Readonly<Record<string, string>> };

const DECIDED: Readonly<Record<string, Words>> = {
  decision: { label: "decision", values: CASE_DECISION_LABELS },
  reason: { label: "reason" },
  people: {
    label: "who they are",
    values: { apart: "Different people", together: "One person" },
  },
  effects: { label: "things done for it" },
};

const WORDS: Partial<Record<AuditAction, Readonly<Record<string, Words>>>> = {
  "case.decided": DECIDED,
  "case.undone": DECIDED,
  "case.assigned": { assignee: { label: "assigned to" } },
  "case.policy_applied": {
    step: { label: "step", values: STEP_LABELS },
    people: { label: "accounts" },
    until: { label: "until" },
  },
  "case.cancellation_confirmed": { count: { label: "orders to cancel" } },
  "case.effects_retried": { count: { label: "tried again" } },
};

export function caseFieldLabel(action: AuditAction, field: string): string | undefined {
  return WORDS[action]?.[field]?.label;
}

export function caseValueWords(action: AuditAction, field: string, value: unknown): unknown {
  const values = WORDS[action]?.[field]?.values;
  return typeof value === "string" ? (values?.[value] ?? value) : value;
}
